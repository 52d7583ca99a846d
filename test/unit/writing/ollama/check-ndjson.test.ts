import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkNdjson } from '../../../../src/writing/ollama/check-ndjson.ts';

async function pass(pieces: readonly Uint8Array[]): Promise<string> {
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  return await new Response(source.pipeThrough(checkNdjson())).text();
}

const passText = (text: string) => pass([new TextEncoder().encode(text)]);

describe('checkNdjson', () => {
  test('passes every line once and in order, wherever the bytes are cut', async () => {
    const lines = fc.array(fc.record({ content: fc.string({ unit: 'grapheme' }), done: fc.boolean() }), {
      minLength: 1,
    });
    const cuts = fc.array(fc.nat(400), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(lines, cuts, async (values, at) => {
        const text = values.map((value) => `${JSON.stringify(value)}\n`).join('');
        const bytes = new TextEncoder().encode(text);
        const edges = [0, ...at.map((cut) => cut % bytes.length).toSorted((a, b) => a - b), bytes.length];
        const pieces = edges.slice(1).map((end, index) => bytes.subarray(edges[index], end));
        expect(await pass(pieces)).toBe(text);
      }),
    );
  });

  test('ends the last line, so that a reader takes it, and leaves blank lines out, which a reader would print', async () => {
    expect(await passText('\n{"a":1}\r\n\n{"done":true}')).toBe('{"a":1}\r\n{"done":true}\n');
  });

  test.each([
    ['a line that is no JSON', '{"a":1}\n<html>\n{"done":true}\n', 'garbled'],
    ['a line that is no object', '{"a":1}\n12\n', 'garbled'],
    ['an end within a line', '{"a":1}\n{"b":', 'garbled'],
    ['an error that the server tells', '{"a":1}\n{"error":"runner died"}\n', 'said'],
    ['an error that is no text', '{"error":{"code":500}}\n', 'said'],
  ])('errs on %s, since nothing may be lost unseen', async (_what, text, kind) => {
    await expect(passText(text)).rejects.toMatchObject({ name: 'BrokenAnswer', kind });
  });

  test('errs on bytes that are no UTF-8, which would become other letters', async () => {
    await expect(pass([new Uint8Array([0x7b, 0xff, 0x7d, 0x0a])])).rejects.toMatchObject({ kind: 'garbled' });
    await expect(pass([new TextEncoder().encode('{"a":"ग"}').slice(0, 7)])).rejects.toMatchObject({ kind: 'garbled' });
  });

  test('errs on a line without end before it fills the memory', async () => {
    const piece = new TextEncoder().encode('x'.repeat(600_000));
    await expect(pass([piece, piece])).rejects.toThrow('a line that does not end');
  });
});
