import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/contract/errors.ts';
import { createDocumentReader } from '../../../src/documents/create-document-reader.ts';
import { type ProcessLimits, readInProcess } from '../../../src/documents/process/read-in-process.ts';
import { readDocument } from '../../../src/documents/read-document.ts';
import { READING_LIMITS } from '../../../src/documents/reading-limits.ts';

const NEVER = new AbortController().signal;
const MIB = 1024 * 1024;
const TEXT = '# Ice\n\nA glacier is a body of ice that moves. Snow falls on high ground and stays there in summer.';
const INPUT = { bytes: new TextEncoder().encode(TEXT), name: 'ice.md', language: null };
const LIMITS: ProcessLimits = READING_LIMITS;
const program = (name: string): URL => new URL(`./programs/${name}.ts`, import.meta.url);

const refusalOf = (name: string, limits: Partial<ProcessLimits> = {}): Promise<unknown> =>
  readInProcess(INPUT, { ...LIMITS, ...limits }, NEVER, program(name)).catch((error: unknown) => error);

describe('reading in a process of its own', () => {
  test('gives what the same code gives without one', async () => {
    expect(await readInProcess(INPUT, LIMITS, NEVER)).toEqual(await readDocument(INPUT));
  });

  test('takes a name that no command line would take, since names come from anywhere', async () => {
    const name = '-e "ice" $(true)\u0000\n.md';
    expect(await readInProcess({ ...INPUT, name }, LIMITS, NEVER)).toMatchObject({ title: 'Ice' });
  });

  test('gives a refusal of the document back as one', async () => {
    const thin = { ...INPUT, bytes: new TextEncoder().encode('Ice.') };
    const refusal = await readInProcess(thin, LIMITS, NEVER).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect(refusal).toMatchObject({ code: 'DOCUMENT_TOO_THIN' });
  });

  test.each([
    ['hangs', 'hang', { wallTimeMs: 1_500 }, /took longer than 1\.5 seconds/u],
    ['crashes', 'crash', {}, /failed \(TypeError: Cannot read the table of the fonts\)/u],
    ['is aborted by its engine', 'abort', {}, /failed \(SIGABRT\)/u],
    ['unpacks too much', 'take-memory', { memoryBytes: 192 * MIB }, /more than 192 MiB of memory/u],
    ['keeps too many objects', 'take-heap', { memoryBytes: 64 * MIB }, /more than 64 MiB of memory/u],
    ['answers without end', 'pour', { answerBytes: MIB }, /more than 1 MiB of text/u],
  ])('tells a reader that %s in one sentence with the name and the way out', async (_what, name, limits, reason) => {
    const refusal = await refusalOf(name, limits);
    expect(refusal).toBeInstanceOf(InputError);
    expect(refusal).toMatchObject({ code: 'DOCUMENT_UNREADABLE', message: expect.stringMatching(reason) });
    expect(refusal).toHaveProperty(
      'message',
      expect.stringMatching(/^"ice\.md" [^\n]+ give one chapter of it[^\n]+\.$/u),
    );
  });

  test('ends the process at a cancel and rejects with the very reason', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const reading = readInProcess(INPUT, LIMITS, controller.signal, program('hang'));
    setImmediate(() => controller.abort(reason));
    await expect(reading).rejects.toBe(reason);
  });

  test('takes long text out of the thread that short text shares, so that a book cannot hold it', async () => {
    const sentence = 'A glacier is a body of ice that moves. ';
    const book = `# Ice\n\n${sentence.repeat(Math.ceil(READING_LIMITS.quickTextBytes / sentence.length))}`;
    await using reader = createDocumentReader({ ...LIMITS, wallTimeMs: 1 });
    const long = { ...INPUT, bytes: new TextEncoder().encode(book) };
    await expect(reader.read(long, NEVER)).rejects.toThrow(/took longer than 0\.001 seconds/u);
    expect(await reader.read(INPUT, NEVER)).toMatchObject({ title: 'Ice' });
  });
});
