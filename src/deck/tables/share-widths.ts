/**
 * Returns column widths for `widthIn`: what each column would like and an equal part of what is left over, `mostSpareIn` at
 * most; when that is too much, between its least and its liking; when even the least is too much, the narrow columns
 * keep theirs and the others share the rest.
 */
export function shareWidths(
  likedIn: readonly number[],
  leastIn: readonly number[],
  widthIn: number,
  mostSpareIn: number,
): number[] {
  const liked = sum(likedIn);
  const least = sum(leastIn);
  if (liked <= widthIn) {
    const spareIn = Math.min(mostSpareIn, (widthIn - liked) / likedIn.length);
    return likedIn.map((each) => each + spareIn);
  }
  if (least > widthIn) {
    const capIn = capOf(leastIn, widthIn);
    return leastIn.map((each) => Math.min(each, capIn));
  }
  const share = (widthIn - least) / (liked - least);
  return leastIn.map((each, column) => each + ((likedIn[column] ?? each) - each) * share);
}

/** The width at which columns that want more are cut, so that all together fill `widthIn`. */
function capOf(leastIn: readonly number[], widthIn: number): number {
  let restIn = widthIn;
  const sorted = leastIn.toSorted((a, b) => a - b);
  for (const [index, each] of sorted.entries()) {
    const fairIn = restIn / (sorted.length - index);
    if (each > fairIn) return fairIn;
    restIn -= each;
  }
  return restIn;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
