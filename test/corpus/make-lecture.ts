import type { Outline } from '../../src/contract/schemas/outline.ts';
import type { SlideScript } from '../../src/contract/schemas/slide-script.ts';
import type { SourceDocument } from '../../src/contract/schemas/source-document.ts';
import type { DraftSlide } from '../../src/deck/draft-slide.ts';
import { layOutSlide } from '../../src/deck/lay-out-slide.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { createTextMeasurer } from '../../src/frames/create-text-measurer.ts';
import { createExtractiveWriter } from '../../src/writing/create-extractive-writer.ts';
import { briefFor } from '../fixtures/sample-brief.ts';
import type { CorpusDocument } from './corpus-document.ts';

/** A lecture up to its slides: no voice, no video. */
export interface CorpusLecture {
  readonly document: SourceDocument;
  readonly outline: Outline;
  readonly scripts: readonly SlideScript[];
  readonly layouts: readonly DraftSlide[];
  /** Time that reading took, and that writing took. */
  readonly readMs: number;
  readonly writeMs: number;
}

const measurer = createTextMeasurer();
const writer = createExtractiveWriter();
const never = new AbortController().signal;

/** Reads the document, writes all slides without a model and places them. Throws what the steps throw. */
export async function makeLecture({ name, makeBytes, slides }: CorpusDocument): Promise<CorpusLecture> {
  const bytes = await makeBytes();
  const startedMs = performance.now();
  const document = await readDocument({ bytes, name, language: null });
  const readAtMs = performance.now();
  const brief = briefFor(document, { slides });
  const { value: outline } = await writer.writeOutline(brief, never);
  const scripts: SlideScript[] = [];
  for (const slide of outline.slides) scripts.push((await writer.writeSlide({ brief, outline, slide }, never)).value);
  const writtenAtMs = performance.now();
  const layouts = scripts.map((script, index) =>
    layOutSlide({
      script,
      theme: 'paper',
      slideNumber: index + 1,
      deckTitle: outline.title,
      picture: null,
      measurer,
    }),
  );
  return { document, outline, scripts, layouts, readMs: readAtMs - startedMs, writeMs: writtenAtMs - readAtMs };
}
