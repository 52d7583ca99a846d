import { InputError } from '../../contract/errors.ts';
import type { Outline } from '../../contract/schemas/outline.ts';
import type { Warning } from '../../contract/step-result.ts';
import { planWords } from '../drafting/plan-words.ts';
import { toOutline } from '../drafting/to-outline.ts';
import { type NamedPassage, namePassages } from '../prompts/name-passages.ts';
import type { LectureBrief, Written } from '../writer.ts';
import { slidesAnAnswer } from './answer-tokens.ts';
import { type AskedOutline, askOutlineAnswer } from './ask-outline-answer.ts';
import { askOutlineParts } from './ask-outline-parts.ts';
import type { ModelAsking } from './model-asking.ts';

/** Cover and closing slide come from the title and the closing words of the answer. */
const FRAME_SLIDES = 2;
/** A lecture this much off its wish is told. */
const TOLERATED_SHARE = 0.2;

/**
 * Asks a model for the outline of a lecture: exactly as many slides as asked for, fewer only where a document has fewer
 * passages than that. Throws DOCUMENT_TOO_THIN for one without any, and what guarding and the transport throw.
 */
export async function askOutline(
  asking: ModelAsking,
  brief: LectureBrief,
  signal: AbortSignal,
): Promise<Written<Outline>> {
  const passages = brief.document === null ? null : namePassages(brief.document);
  const wanted = Math.max(1, brief.slides - FRAME_SLIDES);
  const contentSlides = Math.min(wanted, passages?.length ?? wanted);
  if (contentSlides === 0) throw tooThin(brief);
  const isOneAnswer = contentSlides <= slidesAnAnswer(asking.contextTokens, brief.language);
  const asked = isOneAnswer
    ? await askOutlineAnswer(asking, brief, whole(contentSlides, passages), signal)
    : await askOutlineParts(asking, brief, { contentSlides, passages }, signal);
  return {
    value: toOutline(asked.answer, brief, asking.id),
    warnings: [...fewerSlides(brief, contentSlides, wanted), ...otherLength(brief, contentSlides), ...mended(asked)],
    isMended: asked.isMended,
    usage: asked.usage,
  };
}

function whole(contentSlides: number, passages: readonly NamedPassage[] | null) {
  return { contentSlides, slides: contentSlides + FRAME_SLIDES, passages, part: null };
}

function tooThin({ document }: LectureBrief): InputError {
  return new InputError(
    'DOCUMENT_TOO_THIN',
    `"${document?.name ?? ''}" has nothing but captions; give a document with at least a few full sentences of prose.`,
  );
}

function fewerSlides({ slides }: LectureBrief, contentSlides: number, wanted: number): Warning[] {
  if (contentSlides === wanted) return [];
  const message = `The document has only ${contentSlides} ${contentSlides === 1 ? 'passage' : 'passages'}, so the lecture has ${contentSlides + FRAME_SLIDES} slides instead of ${slides}.`;
  return [{ code: 'SLIDES_FEWER', message }];
}

function otherLength({ language, minutes }: LectureBrief, contentSlides: number): Warning[] {
  const { minutesReached } = planWords(contentSlides, minutes, language);
  if (minutes === null || minutesReached === null) return [];
  if (Math.abs(minutesReached - minutes) <= minutes * TOLERATED_SHARE) return [];
  const way = minutesReached < minutes ? 'ask for more slides' : 'ask for fewer slides';
  const message = `So many slides speak for about ${Math.round(minutesReached)} minutes instead of ${minutes}; ${way}.`;
  return [{ code: 'LENGTH_OTHER', message }];
}

function mended({ changes }: AskedOutline): Warning[] {
  return changes.length === 0
    ? []
    : [{ code: 'OUTLINE_MENDED', message: `The outline was mended: ${[...new Set(changes)].join(' ')}` }];
}
