import type { ArtifactRef } from '../../contract/artifact-ref.ts';
import { RenderError } from '../../contract/errors.ts';

/** One picture of the deck: the name and bytes of its only part. */
export interface PictureMedia {
  readonly partName: string;
  readonly bytes: Uint8Array;
}

/** Returns the part of the number-th picture. Throws RenderError DECK_INVALID unless the bytes are PNG or JPEG. */
export function toPictureMedia(picture: ArtifactRef, bytes: Uint8Array, number: number): PictureMedia {
  const extension = extensionOf(bytes);
  if (extension === null) {
    throw new RenderError(
      'DECK_INVALID',
      `Picture ${picture.sha256} says it is ${picture.mediaType}, but its bytes are neither PNG nor JPEG. Store it as PNG or JPEG: older PowerPoint shows nothing else.`,
    );
  }
  return { partName: `ppt/media/picture${number}.${extension}`, bytes };
}

// The bytes decide, since a wrong media type would make PowerPoint show a red cross. Signatures: PNG specification,
// section 5.2; JPEG, ITU-T T.81 annex B (SOI and the next marker).
function extensionOf(bytes: Uint8Array): 'png' | 'jpeg' | null {
  if ([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, index) => bytes[index] === byte)) return 'png';
  return [0xff, 0xd8, 0xff].every((byte, index) => bytes[index] === byte) ? 'jpeg' : null;
}
