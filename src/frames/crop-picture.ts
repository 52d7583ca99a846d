import sharp from 'sharp';
import { RenderError } from '../contract/errors.ts';

/** Pictures are kept at the density at which slides are drawn for a video of 2160 lines. */
const PX_PER_IN = 288;
// Larger pictures are turned down before they are decoded: a small file may unfold to gigabytes.
const MAX_INPUT_PIXELS = 100_000_000;

/**
 * Cuts a downloaded picture to the aspect of its box, around what draws the eye, and returns it as PNG without metadata.
 * It is scaled down to 288 pixels an inch and never scaled up. Throws PICTURE_UNUSABLE when the bytes are no picture.
 */
export async function cropPicture(
  bytes: Uint8Array,
  box: { readonly widthIn: number; readonly heightIn: number },
): Promise<Uint8Array> {
  try {
    const upright = await sharp(bytes, { limitInputPixels: MAX_INPUT_PIXELS }).autoOrient().toBuffer({
      resolveWithObject: true,
    });
    const { width, height } = upright.info;
    const pxPerIn = Math.min(PX_PER_IN, width / box.widthIn, height / box.heightIn);
    return await sharp(upright.data)
      .resize({
        width: Math.max(1, Math.round(box.widthIn * pxPerIn)),
        height: Math.max(1, Math.round(box.heightIn * pxPerIn)),
        fit: 'cover',
        position: sharp.strategy.attention,
      })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .png({ compressionLevel: 6, adaptiveFiltering: true })
      .toBuffer();
  } catch (cause) {
    throw new RenderError(
      'PICTURE_UNUSABLE',
      `A downloaded picture of ${bytes.byteLength} bytes cannot be read; another one is used.`,
      {},
      { cause },
    );
  }
}
