import type { NumberRead } from './read-numbers.ts';

/** Words right before a number, in Hindi after it and its unit, that say how it stands to the exact one. */
const BELOW = /(?<![\p{L}\p{M}])(?:more than|over|gut|mehr als|über|plus de|más de)\s$/iu;
const ABOVE = /(?<![\p{L}\p{M}])(?:almost|less than|nearly|under|fast|knapp|weniger als|près de|presque|casi)\s$/iu;
const NEAR =
  /(?<![\p{L}\p{M}])(?:about|approximately|around|close to|roughly|some|etwa|rund|ungefähr|environ|cerca de|unos|unas|लगभग|करीब|क़रीब|तकरीबन)\s$/iu;
const BELOW_AFTER = /^(?:\s+\S+){0,2}\s+से\s+(?:अधिक|ज़्यादा|ज्यादा|ऊपर)(?!\p{M})/u;
const ABOVE_AFTER = /^(?:\s+\S+){0,2}\s+से\s+कम(?![\p{L}\p{M}])/u;
const NEAR_AFTER = /^(?:\s+\S+){0,2}\s+के\s+(?:आसपास|आस-पास|करीब|क़रीब)(?![\p{L}\p{M}])/u;
/** Four digits in a row may be a year, which nobody rounds. */
const YEAR = /^[12]\d{3}$/u;
/** Fewer say too little of what was rounded: 4 of 4.4 and of 3.6. */
const LEAST = 20;

/**
 * Whether a number is a known one said roughly: "nearly 69,000" of 68,870, also to a ten, hundred or thousand above or
 * below.
 */
export function isRounded({ after, before, shown, values }: NumberRead, known: ReadonlySet<number>): boolean {
  if (YEAR.test(shown)) return false;
  const isBelow = BELOW.test(before) || BELOW_AFTER.test(after);
  const isAbove = ABOVE.test(before) || ABOVE_AFTER.test(after);
  if (!isBelow && !isAbove && !NEAR.test(before) && !NEAR_AFTER.test(after)) return false;
  const fits = (value: number, exact: number): boolean =>
    isRoundedFrom(value, exact) && !(isBelow && exact < value) && !(isAbove && exact > value);
  return values.some((value) => value >= LEAST && [...known].some((exact) => fits(value, exact)));
}

/** One or two digits of the exact number are left, and no more than one step of the last one lies between them. */
function isRoundedFrom(value: number, exact: number): boolean {
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const step = [magnitude, magnitude / 10].find((size) => Number.isInteger(value / size));
  return step !== undefined && step > 0 && Math.abs(value - exact) < step && Math.abs(value - exact) <= exact / 10;
}
