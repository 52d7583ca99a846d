import type { LaidOutPage, Still } from '../contract/schemas/laid-out-slide.ts';

/** Returns the still that a print and the PPTX show: the last one, where every point is plain. */
export function plainStillOf(page: LaidOutPage): Still {
  const still = page.stills.at(-1);
  if (still === undefined) throw new RangeError(`Page "${page.title}" has no stills`);
  return still;
}
