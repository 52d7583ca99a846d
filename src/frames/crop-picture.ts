import sharp from 'sharp';
import { RenderError } from '../contract/errors.ts';

const PIXELS_PER_INCH = 144;
/** 100 megapixels: more than any camera that publishes under a free licence, less than a decompression bomb. */
const MAXIMUM_INPUT_PIXELS = 100_000_000;

/**
 * Cuts a picture to the aspect of its box at 144 pixels an inch and returns PNG bytes: the same bytes serve the deck
 * and the frames. Throws PICTURE_UNUSABLE for bytes that are no picture or too many pixels.
 */
export async function cropPicture(
  bytes: Uint8Array,
  box: { readonly widthIn: number; readonly heightIn: number },
): Promise<Uint8Array> {
  try {
    return await sharp(bytes, { limitInputPixels: MAXIMUM_INPUT_PIXELS })
      .rotate()
      .resize(Math.round(box.widthIn * PIXELS_PER_INCH), Math.round(box.heightIn * PIXELS_PER_INCH), {
        fit: 'cover',
        position: 'entropy',
      })
      .flatten({ background: '#FFFFFF' })
      .png()
      .toBuffer();
  } catch (error) {
    throw new RenderError(
      'PICTURE_UNUSABLE',
      'The downloaded bytes are not a picture that can be drawn.',
      {},
      { cause: error },
    );
  }
}
