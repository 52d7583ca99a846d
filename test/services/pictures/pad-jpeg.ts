const LONGEST_COMMENT_BYTES = 65_000;
/** Marker and length of a comment segment. */
const COMMENT_HEAD_BYTES = 4;

/**
 * Returns the JPEG at exactly that size: comment segments after its first marker fill it up, as metadata of cameras does.
 *
 * @throws RangeError when it is already larger, or so near that no segment fits
 */
export function padJpeg(jpeg: Uint8Array, sizeBytes: number): Uint8Array {
  let missing = sizeBytes - jpeg.length;
  if (missing === 0) return jpeg;
  if (missing < COMMENT_HEAD_BYTES) {
    throw new RangeError(`A JPEG of ${jpeg.length} bytes cannot be padded to ${sizeBytes}.`);
  }
  const comments: Buffer[] = [];
  while (missing > 0) {
    // What is left for the next segment must hold at least its head.
    const fits = missing <= LONGEST_COMMENT_BYTES;
    const length = fits ? missing : Math.min(LONGEST_COMMENT_BYTES, missing - COMMENT_HEAD_BYTES);
    const comment = Buffer.alloc(length, 0x20);
    comment.writeUInt16BE(0xfffe, 0);
    comment.writeUInt16BE(length - 2, 2);
    comments.push(comment);
    missing -= length;
  }
  return Buffer.concat([jpeg.subarray(0, 2), ...comments, jpeg.subarray(2)]);
}
