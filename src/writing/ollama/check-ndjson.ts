import { BrokenAnswer } from '../broken-answer.ts';
import { createUtf8Decoder } from '../create-utf8-decoder.ts';

/** A line of a stream holds a token or a step of a download, and never this much. */
const MOST_LINE_CHARACTERS = 1_048_576;

/**
 * Passes newline-delimited JSON on, whole lines at a time, and errs with BrokenAnswer on a line that is no JSON object, on
 * one that tells an error, and on an end within a line. A reader that skips what it cannot parse thus loses nothing unseen.
 */
export function checkNdjson(): TransformStream<Uint8Array, Uint8Array> {
  const decode = createUtf8Decoder();
  const encoder = new TextEncoder();
  let rest = '';
  const pass = (lines: readonly string[], controller: TransformStreamDefaultController<Uint8Array>) => {
    const kept = lines.filter((line) => line.trim() !== '');
    for (const line of kept) checkLine(line);
    if (kept.length > 0) controller.enqueue(encoder.encode(kept.map((line) => `${line}\n`).join('')));
  };
  return new TransformStream<Uint8Array, Uint8Array>(
    {
      transform(chunk, controller) {
        const lines = `${rest}${decode(chunk)}`.split('\n');
        rest = lines.pop() ?? '';
        if (rest.length > MOST_LINE_CHARACTERS) throw new BrokenAnswer('garbled', 'a line that does not end');
        pass(lines, controller);
      },
      flush(controller) {
        pass([`${rest}${decode()}`], controller);
      },
    },
    undefined,
    // The end of an answer is read although nobody asks for it: only then the connection serves the next call.
    { highWaterMark: Number.POSITIVE_INFINITY },
  );
}

function checkLine(line: string): void {
  const value = parse(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BrokenAnswer('garbled', 'a line that is no part of an answer');
  }
  if (!('error' in value)) return;
  throw new BrokenAnswer('said', typeof value.error === 'string' ? value.error : JSON.stringify(value.error));
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new BrokenAnswer('garbled', 'a line that is no JSON', { cause: error });
  }
}
