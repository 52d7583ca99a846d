import { availableParallelism, loadavg } from 'node:os';
import type { SourceDocument } from '../src/contract/schemas/source-document.ts';
import { readInProcess } from '../src/documents/process/read-in-process.ts';
import { readDocument } from '../src/documents/read-document.ts';
import { READING_LIMITS } from '../src/documents/reading-limits.ts';
import { createExtractiveWriter } from '../src/writing/create-extractive-writer.ts';
import { writeLongDocument } from '../test/e2e/write-long-document.ts';
import { briefFor } from '../test/fixtures/sample-brief.ts';
import { writeLongPdf } from '../test/integration/documents/pdf/write-long-pdf.ts';

// Measures reading a long PDF and writing from 10,000 words, against what they must reach: node scripts/measure-reading.ts

const PAGES = 200;
const MAX_READING_MS = 10_000;
/** Kept by the reader itself: a process that takes more is ended, and the document is not read. */
const MAX_MEMORY_BYTES = 500_000_000;
const WORDS = 10_000;
const SLIDES = 20;
const MAX_WRITING_MS = 1_000;
const NEVER = new AbortController().signal;

const timed = async <T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> => {
  const startMs = performance.now();
  const value = await work();
  return { value, ms: performance.now() - startMs };
};

const countWords = ({ passages }: SourceDocument): number =>
  passages.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);

async function measurePdf(): Promise<boolean> {
  const bytes = await writeLongPdf(PAGES);
  const limits = { ...READING_LIMITS, memoryBytes: MAX_MEMORY_BYTES };
  const reading = await timed(() => readInProcess({ bytes, name: 'rivers.pdf', language: null }, limits, NEVER));
  const { sections, passages } = reading.value;
  print(`PDF of ${PAGES} pages read: ${seconds(reading.ms)} in a process of at most ${MAX_MEMORY_BYTES / 1e6} MB`);
  print(`  ${countWords(reading.value)} words, ${sections.length} sections, ${passages.length} passages`);
  return reading.ms <= MAX_READING_MS;
}

async function measureWriting(): Promise<boolean> {
  const bytes = new TextEncoder().encode(writeLongDocument({ words: WORDS }));
  const document = await readDocument({ bytes, name: 'waters.md', language: null });
  const write = async (): Promise<{ outlineMs: number; scriptsMs: number }> => {
    const writer = createExtractiveWriter();
    const brief = briefFor(document, { slides: SLIDES, language: 'en' });
    const outline = await timed(async () => (await writer.writeOutline(brief, NEVER)).value);
    const scripts = await timed(async () => {
      for (const slide of outline.value.slides)
        await writer.writeSlide({ brief, outline: outline.value, slide }, NEVER);
    });
    return { outlineMs: outline.ms, scriptsMs: scripts.ms };
  };
  const { outlineMs, scriptsMs } = await write();
  print(`${countWords(document)} words: outline ${seconds(outlineMs)}, ${SLIDES} scripts ${seconds(scriptsMs)}`);
  return outlineMs + scriptsMs <= MAX_WRITING_MS;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

print(`${availableParallelism()} cores, load before the start ${(loadavg()[0] ?? 0).toFixed(1)}`);
const reached = [await measurePdf(), await measureWriting()];
print(
  reached.every(Boolean) ? 'Both within their limits.' : 'Not within the limits; measure again on an idle machine.',
);
process.exitCode = reached.every(Boolean) ? 0 : 1;
