import { InputError } from '../../contract/errors.ts';
import type { Outline } from '../../contract/schemas/outline.ts';
import type { Warning } from '../../contract/step-result.ts';
import { type PlannedSlides, planWords } from '../drafting/plan-words.ts';
import { toOutline } from '../drafting/to-outline.ts';
import { type NamedPassage, namePassages } from '../prompts/name-passages.ts';
import type { LectureBrief, Written } from '../writer.ts';
import { slidesAnAnswer } from './answer-tokens.ts';
import { type AskedOutline, askOutlineAnswer } from './ask-outline-answer.ts';
import { askOutlineParts } from './ask-outline-parts.ts';
import type { ModelAsking } from './model-asking.ts';
import { planSections } from './plan-sections.ts';
import { tellMended } from './tell-mended.ts';

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
  if (passages?.length === 0) throw tooThin(brief);
  const asked = await askInOneOrMore(asking, brief, { wanted, passages }, signal);
  const { sections = [], slides } = asked.answer;
  const planned = { content: slides.length, sections: sections.length };
  return {
    value: toOutline(asked.answer, brief, asking.id),
    warnings: [...fewerSlides(brief, planned, wanted), ...otherLength(brief, planned), ...mended(asked)],
    isMended: asked.isMended,
    usage: asked.usage,
  };
}

interface Wanted {
  /** Slides between cover and closing slide. */
  readonly wanted: number;
  /** Null for a topic alone. */
  readonly passages: readonly NamedPassage[] | null;
}

/** A long lecture has sections, and the slides that open them count among those that are wanted. */
async function askInOneOrMore(
  asking: ModelAsking,
  brief: LectureBrief,
  { passages, wanted }: Wanted,
  signal: AbortSignal,
): Promise<AskedOutline> {
  const most = slidesAnAnswer(asking.contextTokens, brief.language);
  const possible = passages?.length ?? wanted;
  const sections = planSections(wanted, possible);
  const rows = sections ?? [Math.min(wanted, possible)];
  const contentSlides = rows.reduce((sum, size) => sum + size, 0);
  const all = { slides: brief.slides, passages };
  if (contentSlides <= most) {
    return askOutlineAnswer(asking, brief, { ...all, contentSlides, sections, part: null }, signal);
  }
  // The parts of a topic are planned first and become its sections; those of a document have no titles.
  const isDivided = sections !== null && passages === null;
  const row = Math.min(wanted, possible);
  const parts = isDivided ? Math.ceil(wanted / (most + 1)) : Math.ceil(row / most);
  const long = { ...all, contentSlides: isDivided ? wanted - parts : row, parts, isDivided };
  return askOutlineParts(asking, brief, long, signal);
}

function tooThin({ document }: LectureBrief): InputError {
  return new InputError(
    'DOCUMENT_TOO_THIN',
    `"${document?.name ?? ''}" has nothing but captions; give a document with at least a few full sentences of prose.`,
  );
}

function fewerSlides({ slides }: LectureBrief, { content, sections }: PlannedSlides, wanted: number): Warning[] {
  const between = content + sections;
  if (between === wanted) return [];
  const message = `The document has only ${content} ${content === 1 ? 'passage' : 'passages'}, so the lecture has ${between + FRAME_SLIDES} slides instead of ${slides}.`;
  return [{ code: 'SLIDES_FEWER', message }];
}

function otherLength({ language, minutes }: LectureBrief, planned: PlannedSlides): Warning[] {
  const { minutesReached } = planWords(planned, minutes, language);
  if (minutes === null || minutesReached === null) return [];
  if (Math.abs(minutesReached - minutes) <= minutes * TOLERATED_SHARE) return [];
  const way = minutesReached < minutes ? 'ask for more slides' : 'ask for fewer slides';
  const message = `So many slides speak for about ${Math.round(minutesReached)} minutes instead of ${minutes}; ${way}.`;
  return [{ code: 'LENGTH_OTHER', message }];
}

function mended({ changes }: AskedOutline): Warning[] {
  return changes.length === 0 ? [] : [{ code: 'OUTLINE_MENDED', message: tellMended('The outline', changes) }];
}
