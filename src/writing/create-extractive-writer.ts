import { InputError } from '../contract/errors.ts';
import { planOutline } from './extractive/slides/plan-outline.ts';
import { writeScript } from './extractive/slides/write-script.ts';
import type { Writer } from './writer.ts';

const EXTRACTIVE_WRITER_ID = 'extractive';

/**
 * Creates the writer that needs no model: headings become slides, the strongest sentences become rows and narration, and
 * every word is the document's own but for a few linking sentences. English only: LANGUAGE_UNSUPPORTED otherwise.
 * Throws DOCUMENT_TOO_THIN when the document has fewer than two sentences that can stand on a slide.
 */
export function createExtractiveWriter(): Writer {
  return {
    id: EXTRACTIVE_WRITER_ID,
    async writeOutline({ document, slides, language }, signal) {
      signal.throwIfAborted();
      if (language !== 'en') {
        throw new InputError(
          'LANGUAGE_UNSUPPORTED',
          `The writer without a model writes English, not "${language}"; give an English document.`,
        );
      }
      return planOutline(document, slides, EXTRACTIVE_WRITER_ID);
    },
    async writeSlide({ document, outline, slide }, signal) {
      signal.throwIfAborted();
      return writeScript(slide, outline, document);
    },
  };
}
