/** How many frames lie between whole pictures at most: 5 s at 30 fps, so that seeking stays quick. Each whole picture costs its full size again. */
export const MAX_GROUP_FRAMES = 150;

/** Returns the lengths, in frames, of the groups that a run of one still is cut into; each starts with the whole picture and has at least two frames. */
export function planWholePictures(frameCount: number): readonly number[] {
  const lengths: number[] = [];
  for (let left = frameCount; left > 0; ) {
    // A tail of one frame would put two whole pictures with the same idr_pic_id side by side.
    const length = left === MAX_GROUP_FRAMES + 1 ? MAX_GROUP_FRAMES - 1 : Math.min(MAX_GROUP_FRAMES, left);
    lengths.push(length);
    left -= length;
  }
  return lengths;
}
