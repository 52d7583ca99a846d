import type { Image } from '@napi-rs/canvas';
import { RenderError } from '../contract/errors.ts';
import { loadImage } from './canvas.ts';

/** Decodes a PNG or JPEG for drawing. Throws RENDER_FAILED when the bytes are no picture. */
export async function decodePicture(bytes: Uint8Array): Promise<Image> {
  try {
    return await loadImage(bytes);
  } catch (cause) {
    throw new RenderError(
      'RENDER_FAILED',
      `A picture of ${bytes.byteLength} bytes cannot be decoded; make the picture anew.`,
      {},
      { cause },
    );
  }
}
