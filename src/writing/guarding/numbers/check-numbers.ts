import type { TextContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';
import { callText, type GuardedText } from '../texts/guarded-text.ts';
import { withoutEverydayNumbers } from './everyday-numbers.ts';
import { isNumberName } from './is-number-name.ts';
import { isRounded } from './is-rounded.ts';
import { isSpanOfYears } from './is-span-of-years.ts';
import { knownNumbers } from './known-numbers.ts';
import { listNumbers } from './list-numbers.ts';
import type { NumberRead } from './read-numbers.ts';

/** Things of one kind that may be counted in digits without a source: what a slide shows, and never fewer than three. */
const FEWEST_COUNTED = 3;
/** Hours, minutes, days, degrees, thousands, powers of two: numbers that need no source where there is none. */
const COMMON = new Set([12, 15, 16, 24, 30, 32, 45, 60, 64, 90, 100, 128, 180, 256, 360, 365, 512, 1_000, 1_024]);
const LARGEST_SMALL = 10;
const LARGEST_DOUBTFUL = 999;

/** Which numbers a text may name. */
export interface NumberLimits {
  /** Texts that bear them: those cited, and what is given. */
  readonly sources: readonly string[];
  /** Rows that the slide shows. */
  readonly shown: number;
}

/** Finds numbers that nothing bears out: with a document those not in what is cited, without one years, shares and large ones. */
export function checkNumbers(texts: readonly GuardedText[], context: TextContext, limits: NumberLimits): Problem[] {
  const counted = Math.max(limits.shown, FEWEST_COUNTED);
  const named = texts
    .filter(({ role }) => role !== 'verbatim')
    .map((text) => ({ text, all: listNumbers(withoutEverydayNumbers(text.text)) }))
    .filter(({ all }) => all.length > 0);
  // A book is searched for its numbers in a tenth of a second, so only where there is one to be borne out.
  if (named.length === 0) return [];
  const known = knownNumbers([context.given, ...limits.sources].join('\n'));
  const isKnown = ({ values }: NumberRead): boolean => values.some((value) => known.has(value));
  return named.flatMap(({ all, text }, index): Problem[] => {
    const numbers = all.filter(
      (number) => !isKnown(number) && !isRounded(number, known) && !isSpanOfYears(number, known),
    );
    if (context.passages.length === 0) return problemsWithout(text, numbers, context.language);
    const around = [...(named[index - 1]?.all ?? []), ...all].filter(isKnown);
    return problemsWithDocument(
      text,
      numbers.filter((number) => !isDifference(number, around)),
      counted,
    );
  });
}

function problemsWithDocument(text: GuardedText, numbers: readonly NumberRead[], counted: number): Problem[] {
  const mayCount = text.role !== 'name' || isNumberedLabel(text);
  const found = numbers.find((number) => !isCount(number, counted) || !mayCount);
  if (found === undefined) return [];
  const message = `${callText(text)} ${quoteExcerpt(text.text)} names ${found.shown}, which the cited passages do not have`;
  return [{ path: text.path, rule: 'number-uncited', message }];
}

/** "From 8 to 14 metres, which is 6 metres more": what two known numbers nearby differ by. */
const isDifference = ({ isMeasured, values }: NumberRead, around: readonly NumberRead[]): boolean =>
  !isMeasured &&
  around.some((a) =>
    around.some((b) =>
      a.values.some((left) => b.values.some((right) => values.includes(left - right) && left !== right)),
    ),
  );

/** The name of a row or column such as "Step 2", not a value. */
const isNumberedLabel = ({ path, text }: GuardedText): boolean =>
  /^(?:rows\[\d+\]\[0\]|columns\[\d+\]|items\[\d+\]\.label)$/u.test(path) &&
  /^\p{L}[\p{L}\p{M}]*[\s-]\p{Nd}{1,2}[.)]?$/u.test(text.trim());

function problemsWithout(text: GuardedText, numbers: readonly NumberRead[], language: string): Problem[] {
  const unsure = numbers.filter((number) => !isCommon(number) && !isNumberName(number, language));
  const unfounded = unsure.find(({ isMeasured, values }) => isMeasured || Math.max(...values) > LARGEST_DOUBTFUL);
  const found = unfounded ?? unsure[0];
  if (found === undefined) return [];
  const rule = unfounded === undefined ? 'number-doubtful' : 'number-unfounded';
  const message = `${callText(text)} ${quoteExcerpt(text.text)} names ${found.shown}, for which there is no source`;
  return [{ path: text.path, rule, message }];
}

const isCount = ({ isMeasured, values }: NumberRead, counted: number): boolean =>
  !isMeasured && values.every((value) => Number.isInteger(value) && value <= counted);

const isCommon = ({ isMeasured, values }: NumberRead): boolean =>
  values.every(
    (value) =>
      (!isMeasured && Number.isInteger(value) && (value <= LARGEST_SMALL || COMMON.has(value))) || value === 100,
  );
