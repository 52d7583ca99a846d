import type { FileHandle } from 'node:fs/promises';
import { StreamTarget, type StreamTargetChunk } from 'mediabunny';

/**
 * Returns a target that writes into an open file, which stays its owner's to close. Unlike `FilePathTarget` it looks how much
 * of a piece was taken: a disk that is all but full takes the beginning and calls that a success
 * (https://man7.org/linux/man-pages/man2/write.2.html), and only the next write fails.
 */
export function writeToFile(file: FileHandle): StreamTarget {
  const write = async ({ data, position }: StreamTargetChunk): Promise<void> => {
    for (let taken = 0; taken < data.byteLength; ) {
      taken += (await file.write(data, taken, data.byteLength - taken, position + taken)).bytesWritten;
    }
  };
  return new StreamTarget(new WritableStream({ write }), { chunked: true });
}
