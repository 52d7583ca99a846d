import type { ProsodyAnswer } from '../answers/prosody-answer.ts';
import { checkProsodyAnswer } from './check-prosody-answer.ts';
import type { ProsodyContext } from './guarding-context.ts';
import type { Mended } from './guarding-rules.ts';
import { mendUntilSound, problemsByIndex } from './mend-until-sound.ts';
import { changeOf } from './telling/change.ts';
import { withoutIndices } from './without-indices.ts';

/** Mends tags by leaving some out: those that say nothing, second ones of a sentence, all but the first of equal ones. */
export function mendProsodyAnswer(answer: ProsodyAnswer, context: ProsodyContext): Mended<ProsodyAnswer> | null {
  return mendUntilSound(answer, {
    check: (each) => checkProsodyAnswer(each, context),
    step: ({ tags }, problems) => {
      const alike = problems.find(({ rule }) => rule === 'tags-alike');
      if (alike !== undefined) {
        return { answer: { tags: tags.slice(0, 1) }, changes: [changeOf(alike, 'gave way to the first of them')] };
      }
      return { answer: { tags: withoutIndices(tags, new Set(problemsByIndex(problems, 'tags').keys())) }, changes: [] };
    },
  });
}
