import { shareOut } from './share-out.ts';

/** Sixteen slides with cover and closing slide; a shorter lecture has no need of parts. */
const FEWEST_DIVIDED = 14;
/** From here on a fourth part has slides enough. */
const FEWEST_FOR_FOUR = 22;
/** Fewer would leave a part with hardly more slides than the one that opens it. */
const FEWEST_A_SECTION = 3;

/**
 * Returns how many content slides each section of a lecture has, so that they and the slides that open the sections are
 * `between` cover and closing slide. Null for a lecture that is too short, or whose matter bears too few slides.
 */
export function planSections(between: number, mostContent: number): readonly number[] | null {
  if (between < FEWEST_DIVIDED) return null;
  const sections = between < FEWEST_FOR_FOUR ? 3 : 4;
  const content = Math.min(between - sections, mostContent);
  return content < sections * FEWEST_A_SECTION ? null : shareOut(content, sections);
}
