import type { SlideAnswer } from '../answers/slide-answer.ts';
import { checkSlideAnswer } from './check-slide-answer.ts';
import type { SlideContext } from './guarding-context.ts';
import type { GuardingRule, Mended, Problem } from './guarding-rules.ts';
import { mendUntilSound } from './mend-until-sound.ts';
import { assignSupports } from './slides/assign-supports.ts';
import { completeCitations } from './slides/complete-citations.ts';
import { mapSlideTexts } from './slides/map-slide-texts.ts';
import { cutLength, dropSentences } from './slides/mend-narration.ts';
import { mendPicture } from './slides/mend-picture.ts';
import { dropShown, replaceExhibit } from './slides/mend-shown.ts';
import { graveOf, type SlideStep } from './slides/slide-step.ts';
import { changeOf, type MendStep } from './telling/change.ts';
import type { TextRole } from './texts/guarded-text.ts';
import { tidyMarkup } from './texts/tidy-markup.ts';

/** In this order: what is tidied first may need no more. */
const STEPS: readonly SlideStep[] = [
  tidyMarks,
  clearNames,
  dropSentences,
  dropShown,
  replaceExhibit,
  cutLength,
  mendPicture,
  settleLinks,
];

/**
 * Mends a slide by leaving out what cannot stand, never by words of its own: sentences, rows, table rows, keywords. A table,
 * chart, figure or quotation that cannot be shown becomes rows made of the narration. Null when fewer than two rows, half
 * of the narration or a whole text in the wrong language are left.
 */
export function mendSlideAnswer(answer: SlideAnswer, context: SlideContext): Mended<SlideAnswer> | null {
  return mendUntilSound(answer, {
    check: (each) => checkSlideAnswer(each, context),
    step: (each, problems) => {
      for (const step of STEPS) {
        const next = step(each, problems, context);
        // Paths of problems are those of the answer as it came: one step that moves things is enough for a round.
        if (next === null || next.answer !== each) return next;
      }
      return { answer: each, changes: [] };
    },
  });
}

const has = (problems: readonly Problem[], ...rules: readonly GuardingRule[]): boolean =>
  problems.some(({ rule }) => rules.includes(rule));

function tidyMarks(answer: SlideAnswer, problems: readonly Problem[], { given }: SlideContext): MendStep<SlideAnswer> {
  const tidied = (text: string, role: TextRole): string => tidyMarkup(text, role, given);
  return { answer: has(problems, 'markup') ? mapSlideTexts(answer, tidied) : answer, changes: [] };
}

/** Who said it, where, and a unit may be empty. */
function clearNames(answer: SlideAnswer, problems: readonly Problem[]): MendStep<SlideAnswer> {
  const wrong = graveOf(problems).filter(({ path }) => path === 'who' || path === 'where' || path === 'unit');
  if (wrong.length === 0) return { answer, changes: [] };
  const empty = Object.fromEntries(wrong.map(({ path }) => [path, '']));
  return { answer: { ...answer, ...empty }, changes: wrong.map((problem) => changeOf(problem, 'left-out')) };
}

/** Which row a sentence speaks about, and which passages are used: code can tell. */
function settleLinks(answer: SlideAnswer, problems: readonly Problem[], context: SlideContext): MendStep<SlideAnswer> {
  const isMoved = has(problems, 'support-nowhere', 'support-missing');
  const isUncited = has(problems, 'passage-uncited', 'citation-twice');
  if (!isMoved && !isUncited) return { answer, changes: [] };
  return {
    answer: {
      ...answer,
      narration: isMoved ? assignSupports(answer, context.language) : answer.narration,
      ...(isUncited ? { citations: [...completeCitations(answer, context)] } : {}),
    },
    changes: [],
  };
}
