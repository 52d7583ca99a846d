import type { SlideAnswer } from '../answers/slide-answer.ts';
import type { SlideContext } from './guarding-context.ts';
import type { Problem } from './guarding-rules.ts';
import { checkNumbers } from './numbers/check-numbers.ts';
import { checkCitations } from './slides/check-citations.ts';
import { checkExhibit } from './slides/check-exhibit.ts';
import { checkNarration } from './slides/check-narration.ts';
import { checkPicture } from './slides/check-picture.ts';
import { checkPoints } from './slides/check-points.ts';
import { checkSupports } from './slides/check-supports.ts';
import { citedTexts } from './slides/cited-texts.ts';
import { completeCitations } from './slides/complete-citations.ts';
import { listSlideTexts } from './slides/list-slide-texts.ts';
import { checkGreetings } from './texts/check-greetings.ts';
import { checkTexts } from './texts/check-texts.ts';

/** Slides that frame the lecture may greet, announce and sum up. */
const FRAME_KINDS: ReadonlySet<string> = new Set(['cover', 'closing']);

/** Finds everything that is wrong with one slide as a model wrote it; the gravest of a text first. */
export function checkSlideAnswer(answer: SlideAnswer, context: SlideContext): Problem[] {
  const texts = listSlideTexts(answer);
  const whole = (context.whole ?? []).map(({ text }) => text);
  const cited = citedTexts({ ...answer, citations: completeCitations(answer, context) }, context);
  const shown = answer.points?.length ?? answer.rows?.length ?? answer.items?.length ?? 0;
  return [
    ...checkTexts(texts, context),
    ...checkNumbers(texts, context, { sources: [...cited, ...whole], shown }),
    ...(FRAME_KINDS.has(context.kind)
      ? []
      : checkGreetings(texts, context.given, context.kind === 'section' ? 'section' : 'middle')),
    ...checkExhibit(answer, context),
    ...checkPoints(answer, context),
    ...checkNarration(answer, context),
    ...checkSupports(answer, context),
    ...checkPicture(answer),
    ...checkCitations(answer, context),
  ];
}
