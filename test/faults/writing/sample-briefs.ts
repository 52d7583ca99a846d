import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readDocument } from '../../../src/documents/read-document.ts';
import type { LectureBrief } from '../../../src/writing/writer.ts';

const SLIDES = 6;

/** Returns briefs of all kinds, to be taken by turns: topics and documents, English and Hindi. */
export async function readSampleBriefs(): Promise<readonly LectureBrief[]> {
  return [
    briefOf({ topic: 'How tides work', language: 'en' }),
    await briefOfDocument('../../fixtures/documents/tides-science.md', 'en'),
    briefOf({ topic: 'गाँव का मौसम', language: 'hi' }),
    await briefOfDocument('../../../samples/jal-chakra.md', 'hi'),
  ];
}

async function briefOfDocument(path: string, language: string): Promise<LectureBrief> {
  const url = new URL(path, import.meta.url);
  const document = await readDocument({ bytes: await readFile(url), name: basename(url.pathname), language });
  return briefOf({ document, language });
}

function briefOf(given: Pick<LectureBrief, 'language'> & Partial<LectureBrief>): LectureBrief {
  return {
    document: null,
    topic: null,
    slides: SLIDES,
    minutes: null,
    audience: null,
    tone: null,
    model: null,
    variation: 0,
    attempt: 1,
    ...given,
  };
}
