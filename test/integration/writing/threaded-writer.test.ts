import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outline } from '../../../src/contract/schemas/outline.ts';
import type { SourceDocument } from '../../../src/contract/schemas/source-document.ts';
import { createDocumentReader, type DocumentReader } from '../../../src/documents/create-document-reader.ts';
import { readDocument } from '../../../src/documents/read-document.ts';
import { createExtractiveWriter } from '../../../src/writing/create-extractive-writer.ts';
import { createThreadedWriter } from '../../../src/writing/create-threaded-writer.ts';
import type { LectureBrief } from '../../../src/writing/writer.ts';
import { writeLongDocument } from '../../e2e/write-long-document.ts';
import { briefFor } from '../../fixtures/sample-brief.ts';

const NEVER = new AbortController().signal;
/** Long enough to be in mid-work, short beside the work. */
const ABORT_AFTER_MS = 50;
const BRIEF = { slides: 30, language: 'en' };

/** Runs `work` and aborts it in mid-work; returns how long it took to end from then on. */
async function abortInside(work: (signal: AbortSignal) => Promise<unknown>): Promise<number> {
  const controller = new AbortController();
  const reason = new Error('cancelled');
  const running = work(controller.signal);
  let abortedAtMs = Number.NaN;
  setTimeout(() => {
    abortedAtMs = performance.now();
    controller.abort(reason);
  }, ABORT_AFTER_MS);
  await expect(running).rejects.toBe(reason);
  return performance.now() - abortedAtMs;
}

describe('reading and writing a book in threads', () => {
  const bytes = new TextEncoder().encode(writeLongDocument({ words: 60_000 }));
  const input = { bytes, name: 'waters.md', language: null };
  const reader: DocumentReader = createDocumentReader();
  const writer = createThreadedWriter();
  let document: SourceDocument;
  let brief: LectureBrief;
  let outline: Outline;
  let readMs: number;
  let outlineMs: number;

  beforeAll(async () => {
    await reader.read(
      { bytes: new TextEncoder().encode(writeLongDocument({ words: 50 })), name: 'a.md', language: null },
      NEVER,
    );
    const startedAtMs = performance.now();
    document = await reader.read(input, NEVER);
    readMs = performance.now() - startedAtMs;
    brief = briefFor(document, BRIEF);
    outline = (await writer.writeOutline(brief, NEVER)).value;
    outlineMs = performance.now() - startedAtMs - readMs;
  });
  afterAll(async () => {
    await reader[Symbol.asyncDispose]();
    await writer[Symbol.asyncDispose]();
  });

  it('gives what the same code gives without a thread', async () => {
    const inline = createExtractiveWriter();
    expect(document).toEqual(await readDocument(input));
    expect(outline).toEqual((await inline.writeOutline(brief, NEVER)).value);
    for (const slide of outline.slides.slice(0, 3)) {
      const work = { brief, outline, slide };
      expect(await writer.writeSlide(work, NEVER)).toEqual(await inline.writeSlide(work, NEVER));
    }
  });

  it('takes the document apart once for all its slides', async () => {
    const [, ...slides] = outline.slides;
    const startedAtMs = performance.now();
    for (const slide of slides) await writer.writeSlide({ brief, outline, slide }, NEVER);
    const slidesMs = performance.now() - startedAtMs;
    console.log(`Outline ${Math.round(outlineMs)} ms, ${slides.length} slides ${Math.round(slidesMs)} ms`);
    expect(slidesMs).toBeLessThan(slides.length * outlineMs * 0.25);
  });

  it('ends reading in mid-work on a cancel', async () => {
    const endedMs = await abortInside((signal) => reader.read(input, signal));
    console.log(`Reading: ${Math.round(readMs)} ms whole, ${Math.round(endedMs)} ms from the cancel to its end`);
    expect(endedMs).toBeLessThan(readMs / 2);
  });

  it('ends an outline in mid-work on a cancel', async () => {
    const fresh = { ...document, title: 'Waters anew' };
    const endedMs = await abortInside((signal) => writer.writeOutline(briefFor(fresh, BRIEF), signal));
    console.log(`Outline: ${Math.round(outlineMs)} ms whole, ${Math.round(endedMs)} ms from the cancel to its end`);
    expect(endedMs).toBeLessThan(outlineMs / 2);
  });

  it('keeps beating while it works: no pause of the caller is as long as the work', async () => {
    let longestMs = 0;
    let lastMs = performance.now();
    const beat = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - lastMs);
      lastMs = performance.now();
    }, 5);
    const other = { ...document, title: 'Waters once more' };
    await writer.writeOutline(briefFor(other, BRIEF), NEVER);
    clearInterval(beat);
    console.log(`Longest pause ${Math.round(longestMs)} ms`);
    expect(longestMs).toBeLessThan(outlineMs / 3);
  });
});
