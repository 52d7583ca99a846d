import { InputError } from '../contract/errors.ts';
import { LANGUAGE_CODES } from '../contract/languages.ts';
import type { Outline } from '../contract/schemas/outline.ts';
import type { SourceDocument } from '../contract/schemas/source-document.ts';
import type { JsonValue } from '../shared/canonical-json.ts';
import { findWritingLanguage } from './extractive/languages/find-writing-language.ts';
import { planOutline } from './extractive/slides/plan-outline.ts';
import { writeScript } from './extractive/slides/write-script.ts';
import type { LectureBrief, Writer } from './writer.ts';
import { WRITING_FINGERPRINT } from './writing-fingerprint.ts';
import { writtenByRule } from './written-by-rule.ts';

const EXTRACTIVE_WRITER_ID = 'extractive';

/**
 * Creates the writer that needs no model: headings become slides, the strongest sentences become rows and narration, and
 * every word is the document's own but for a few linking sentences. Throws LANGUAGE_UNSUPPORTED for a language without
 * rules here.
 * Throws DOCUMENT_TOO_THIN when the document has fewer than two sentences that can stand on a slide.
 */
export function createExtractiveWriter(): Writer {
  return {
    id: EXTRACTIVE_WRITER_ID,
    fingerprint: WRITING_FINGERPRINT,
    matterOf: ({ outline, slide }) => (slide.role === 'content' ? sharesOf(outline) : wholeOf(outline)),
    tagNarration: null,
    async writeOutline(brief, signal) {
      signal.throwIfAborted();
      const { language, slides } = brief;
      if (findWritingLanguage(language) === null) {
        throw new InputError(
          'LANGUAGE_UNSUPPORTED',
          `The writer without a model does not write "${language}"; it writes ${LANGUAGE_CODES.join(', ')}.`,
        );
      }
      return writtenByRule(planOutline(documentOf(brief), slides, EXTRACTIVE_WRITER_ID));
    },
    async writeSlide({ brief, outline, slide }, signal) {
      signal.throwIfAborted();
      return writtenByRule(writeScript(slide, outline, documentOf(brief)));
    },
  };
}

function documentOf({ document, topic }: LectureBrief): SourceDocument {
  if (document !== null) return document;
  throw new InputError(
    'WRITER_UNAVAILABLE',
    `The writer without a model cannot write from the topic "${topic}" alone; give a document.`,
  );
}

/** Who got which passages: a content slide does not care in which order the slides are shown. */
function sharesOf({ slides }: Outline): JsonValue {
  return slides
    .filter(({ role }) => role === 'content')
    .map(({ id, heading, passageIds }) => [id, heading, passageIds])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

/** Cover, section and closing slides name or repeat what the others say, in their order. */
function wholeOf({ title, subtitle, slides }: Outline): JsonValue {
  return {
    title,
    subtitle,
    slides: slides.map(({ id, role, heading, passageIds }) => [id, role, heading, passageIds]),
  };
}
