import type { OutlineAnswer } from '../answers/outline-answer.ts';
import type { OutlineContext } from './guarding-context.ts';
import type { Problem } from './guarding-rules.ts';
import { checkNumbers } from './numbers/check-numbers.ts';
import { checkHeadings } from './outlines/check-headings.ts';
import { checkLengths } from './outlines/check-lengths.ts';
import { checkSectionTitles } from './outlines/check-section-titles.ts';
import { checkShares } from './outlines/check-shares.ts';
import { listOutlineTexts } from './outlines/list-outline-texts.ts';
import { checkGreetings } from './texts/check-greetings.ts';
import { checkTexts } from './texts/check-texts.ts';
import type { GuardedText } from './texts/guarded-text.ts';

/** Finds everything that is wrong with an outline as a model planned it; the gravest of a text first. */
export function checkOutlineAnswer(answer: OutlineAnswer, context: OutlineContext): Problem[] {
  const texts = listOutlineTexts(answer);
  const ofSlides = texts.filter(({ path, role }) => /^(?:slides|sections)\[/u.test(path) && role !== 'topic');
  return [
    ...checkTexts(texts, context),
    ...texts.flatMap((text) => checkNumbers([text], context, { sources: sourcesOf(text, answer, context), shown: 0 })),
    ...checkGreetings(ofSlides, context.given),
    ...checkHeadings(answer, context),
    ...checkLengths(answer, context.language),
    ...checkSectionTitles(answer, context),
    ...checkShares(answer, context),
  ];
}

/** A slide may name what stands in its own passages; title and closing words what stands in any. */
function sourcesOf({ path }: GuardedText, { slides }: OutlineAnswer, { passages }: OutlineContext): readonly string[] {
  const index = /^slides\[(\d+)\]/u.exec(path)?.[1];
  const own = index === undefined ? null : (slides[Number(index)]?.passages ?? []);
  return passages.filter(({ name }) => own === null || own.includes(name)).map(({ text }) => text);
}
