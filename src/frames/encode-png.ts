import sharp from 'sharp';
import type { Frame } from './frame.ts';

// 2 to 6 cost the same on slides; the filter search of "adaptive" doubles the time and saves little.
const COMPRESSION_LEVEL = 6;

/** Encodes a frame as an opaque PNG. The same pixels give the same bytes. */
export async function encodePng({ rgba, widthPx, heightPx }: Frame): Promise<Uint8Array> {
  return sharp(rgba, { raw: { width: widthPx, height: heightPx, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: COMPRESSION_LEVEL, adaptiveFiltering: false })
    .toBuffer();
}
