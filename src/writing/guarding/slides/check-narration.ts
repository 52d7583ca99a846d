import { listSpokenWords } from '../../../narration/list-spoken-words.ts';
import type { SlideAnswer } from '../../answers/slide-answer.ts';
import { plainWords } from '../../extractive/wording/content-stems.ts';
import { contentWords, likenessOf } from '../content-words.ts';
import type { SlideContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';

/**
 * How far from its budget a narration may be; how far it may stay without a word once it was asked for again, since a
 * sentence is worth more than three seconds; and how far it may stay at all.
 */
export const BUDGET_SHARES = {
  least: 0.8,
  most: 1.2,
  leastNear: 0.7,
  mostNear: 1.3,
  leastKept: 0.5,
  mostKept: 2,
} as const;
/** About half a sentence more or less than asked for is no reason to ask again. */
const TOLERATED_WORDS = 5;
const FEWEST_WORDS = 3;
const SAME_SENTENCE_LIKENESS = 0.8;
const READ_OUT_LIKENESS = 0.85;

/** Returns how many words a narration has, as its speech counts them. */
export const countNarrationWords = ({ narration }: Pick<SlideAnswer, 'narration'>): number =>
  narration.reduce((sum, { text }) => sum + listSpokenWords(text).length, 0);

/** Finds what is wrong with what is said: its length, sentences said twice, rows read out. */
export function checkNarration(answer: SlideAnswer, context: SlideContext): Problem[] {
  return [
    ...checkLength(answer, context),
    ...checkStubs(answer),
    ...checkTwice(answer, context),
    ...checkReadOut(answer, context),
  ];
}

function checkLength(answer: SlideAnswer, { words }: SlideContext): Problem[] {
  const count = countNarrationWords(answer);
  const share = count / words;
  const { least, leastKept, leastNear, most, mostKept, mostNear } = BUDGET_SHARES;
  const fewest = Math.ceil(words * least);
  const greatest = Math.floor(words * most);
  if (count >= fewest - TOLERATED_WORDS && count <= greatest + TOLERATED_WORDS) return [];
  const short = share < leastKept ? 'far-too-short' : share < leastNear ? 'too-short' : 'bit-short';
  const long = share > mostKept ? 'far-too-long' : share > mostNear ? 'too-long' : 'bit-long';
  const rule = share < least ? short : long;
  const message = `the narration has ${count} words where ${fewest} to ${greatest} are asked for`;
  return [{ path: 'narration', rule, message }];
}

/** "Why?" is how people speak. */
const isShortQuestion = (text: string): boolean => /\p{L}[\p{L}\p{M}]+\?["”’]?$/u.test(text.trim());

function checkStubs({ narration }: SlideAnswer): Problem[] {
  return narration.flatMap(({ text }, index): Problem[] =>
    plainWords(text).length >= FEWEST_WORDS || isShortQuestion(text)
      ? []
      : [
          {
            path: `narration[${index}].text`,
            rule: 'stub-sentence',
            message: `the sentence ${quoteExcerpt(text)} has fewer than three words`,
          },
        ],
  );
}

function checkTwice({ narration }: SlideAnswer, { language }: SlideContext): Problem[] {
  const seen: { readonly words: ReadonlySet<string>; readonly plain: string }[] = [];
  return narration.flatMap(({ text }, index): Problem[] => {
    const words = contentWords(text, language);
    const plain = plainWords(text).join(' ');
    const isTwice = seen.some(
      (before) =>
        before.plain === plain || (words.size >= 5 && likenessOf(before.words, words) >= SAME_SENTENCE_LIKENESS),
    );
    seen.push({ words, plain });
    if (!isTwice) return [];
    return [
      {
        path: `narration[${index}].text`,
        rule: 'same-sentence',
        message: `the sentence ${quoteExcerpt(text)} says what was said before`,
      },
    ];
  });
}

/** One row read out is a way to begin; half of the narration is no lecture. */
function checkReadOut({ narration, points = [] }: SlideAnswer, { language }: SlideContext): Problem[] {
  const rows = points.map((point) => contentWords(point, language));
  const read = narration.filter(({ text }) => {
    const words = contentWords(text, language);
    return rows.some((row) => likenessOf(row, words) >= READ_OUT_LIKENESS);
  });
  if (read.length < 2 || read.length * 2 < narration.length) return [];
  return [
    { path: 'narration', rule: 'reads-out', message: 'the narration reads the rows out instead of explaining them' },
  ];
}
