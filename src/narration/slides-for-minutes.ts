/** Slides of a lecture whose length nobody gave. */
const USUAL_SLIDES = 10;
/** A slide of about 65 words takes half a minute. */
const SLIDES_PER_MINUTE = 2;
const FEWEST_SLIDES = 3;
const MOST_SLIDES = 100;

/** Returns how many slides a lecture of so many minutes has; the usual number when nobody said how long. */
export function slidesForMinutes(minutes: number | undefined): number {
  if (minutes === undefined) return USUAL_SLIDES;
  return Math.min(MOST_SLIDES, Math.max(FEWEST_SLIDES, Math.round(minutes * SLIDES_PER_MINUTE)));
}
