import type { SlideAnswer } from '../../answers/slide-answer.ts';
import type { JudgedPassage, SlideContext } from '../guarding-context.ts';
import { knownNumbers } from '../numbers/known-numbers.ts';
import { listNumbers } from '../numbers/list-numbers.ts';
import { holdsVerbatim } from './holds-verbatim.ts';
import { listSlideTexts } from './list-slide-texts.ts';

/**
 * Returns the citations of a slide, each once, with those passages of its own that it does not cite although only they
 * have a number or the quotation that it shows or says.
 */
export function completeCitations(answer: SlideAnswer, context: SlideContext): readonly string[] {
  const cited = new Set(
    (answer.citations ?? []).filter((name) => context.passages.some((passage) => passage.name === name)),
  );
  const textsOf = (names: ReadonlySet<string>): string =>
    context.passages
      .filter(({ name }) => names.has(name))
      .map(({ text }) => text)
      .join('\n');
  const cite = (holds: (passage: JudgedPassage) => boolean): void => {
    const holder = context.passages.find(holds);
    if (holder !== undefined) cited.add(holder.name);
  };
  const { quote } = answer;
  if (quote !== undefined && !holdsVerbatim(textsOf(cited), quote)) cite(({ text }) => holdsVerbatim(text, quote));
  for (const { role, text } of listSlideTexts(answer)) {
    for (const { values } of role === 'verbatim' ? [] : listNumbers(text)) {
      if (values.some((value) => Number.isInteger(value) && value <= SMALL)) continue;
      const known = knownNumbers(`${context.given}\n${textsOf(cited)}`);
      if (values.some((value) => known.has(value))) continue;
      cite((passage) => {
        const numbers = knownNumbers(passage.text);
        return values.some((value) => numbers.has(value));
      });
    }
  }
  return [...cited];
}

/** Nearly every text has one of them. */
const SMALL = 3;
