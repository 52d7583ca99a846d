import type { GuardingRule } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';
import type { Change, Done } from './change.ts';
import { namePlace } from './name-place.ts';
import { textAt } from './text-at.ts';
import { TOLD_REASONS } from './told-reasons.ts';

const MOST_QUOTED_CHARACTERS = 32;

/** One place of an answer, and what became of it in the end. */
interface ToldPlace {
  readonly path: string;
  /** As it came; null for what is no single text. */
  readonly text: string | null;
  readonly now: string | null;
  readonly done: Done;
  readonly rules: readonly GuardingRule[];
}

/** A round of a mend: the answer that it began with, and what it did. */
export interface MendRound {
  readonly answer: unknown;
  readonly changes: readonly Change[];
}

/**
 * Returns what a mend did, for users: one short phrase for each place, or for several that fared alike, and of each only
 * what became of it in the end. Numbers to check come first, then what was changed, then what stays.
 */
export function tellChanges(rounds: readonly MendRound[]): readonly string[] {
  const places = rounds.reduce<readonly ToldPlace[]>(
    (before, { answer, changes }) =>
      [...changes]
        .reduce(joinRound, [])
        .map(({ done, now, path, rules }) => ({ path, text: textAt(answer, path), now, done, rules }))
        .reduce((told, place) => settle(told, place, before), before),
    [],
  );
  const alike = Map.groupBy(places, ({ done, path, rules }) => [namePlace(path).noun, done, ...rules].join('|'));
  return [...alike.values()]
    .sort(([a], [b]) => (a === undefined || b === undefined ? 0 : urgencyOf(a) - urgencyOf(b)))
    .map(describe);
}

type RoundPlace = Omit<ToldPlace, 'text'>;

/** Several things may be wrong with one place. */
function joinRound(places: readonly RoundPlace[], { became, done, problem }: Change): readonly RoundPlace[] {
  const same = places.find(({ path }) => path === problem.path);
  const now = done === 'stays' ? null : became;
  if (same === undefined) return [...places, { path: problem.path, now, done, rules: [problem.rule] }];
  const rules = same.rules.includes(problem.rule) ? same.rules : [...same.rules, problem.rule];
  return places.map((place) => (place === same ? { ...same, rules } : place));
}

/** Rows move up where one is left out, so a text is known again by its words, and only what is no text by its path. */
function settle(told: readonly ToldPlace[], place: ToldPlace, before: readonly ToldPlace[]): readonly ToldPlace[] {
  const same = before.find(({ now, path, text }) =>
    place.text === null ? text === null && path === place.path : now === place.text,
  );
  if (same === undefined) return [...told, place];
  // What was cut and stays so was cut.
  if (place.done === 'stays') return told;
  return told.map((each) => (each === same ? { ...same, done: place.done, now: place.now } : each));
}

const CHECKED: GuardingRule = 'number-doubtful';

function urgencyOf({ done, rules }: ToldPlace): number {
  if (rules.includes(CHECKED)) return 0;
  return done === 'stays' ? 2 : 1;
}

const VERBS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'left-out': ['was left out', 'were left out'],
  cut: ['was cut', 'were cut'],
  shortened: ['was shortened', 'were shortened'],
  stays: ['stays', 'stay'],
};

function describe(places: readonly ToldPlace[]): string {
  const [first] = places;
  if (first === undefined) return '';
  const { noun, plural } = namePlace(first.path);
  const [one, many] = VERBS[first.done] ?? [first.done, first.done];
  const why = first.rules.map((rule) => TOLD_REASONS[rule]).join('; ');
  if (places.length > 1) return `${places.length} ${plural} ${many} (${why})`;
  const quoted = first.text === null ? '' : ` ${quoteExcerpt(first.text, MOST_QUOTED_CHARACTERS)}`;
  return `the ${noun}${quoted} ${one} (${why})`;
}
