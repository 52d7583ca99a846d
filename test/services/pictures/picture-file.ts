import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { drawScene } from './draw-scene.ts';
import { padJpeg } from './pad-jpeg.ts';
import { createChooser } from './seed-of.ts';

export type PictureFormat = 'jpg' | 'png' | 'webp';

/** What is known of a file without drawing it. An id decides it all, so a stand-in started anew serves the same. */
export interface PictureFile {
  readonly id: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly format: PictureFormat;
  /** Known beforehand for JPEG alone. */
  readonly sizeBytes: number | null;
  /** The address that a search gives leads to the file by a redirect. */
  readonly isMoved: boolean;
}

const SIZES: readonly [readonly [number, number], ...(readonly [number, number])[]] = [
  [1600, 1067],
  [1280, 853],
  [1024, 768],
  [1200, 1200],
  [800, 1200],
];
const FORMATS: readonly [PictureFormat, ...PictureFormat[]] = ['jpg', 'jpg', 'jpg', 'jpg', 'png', 'webp'];
const LEAST_JPEG_BYTES = 150_000;
const MOST_JPEG_BYTES = 600_000;
const JPEG_QUALITY = 82;

export const MEDIA_TYPES: Readonly<Record<PictureFormat, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** Describes the file of an id. */
export function describePictureFile(id: string): PictureFile {
  const choose = createChooser(`file ${id}`);
  const [widthPx, heightPx] = choose.of(SIZES);
  const format = choose.of(FORMATS);
  const sizeBytes = format === 'jpg' ? choose.number(LEAST_JPEG_BYTES, MOST_JPEG_BYTES) : null;
  return { id, widthPx, heightPx, format, sizeBytes, isMoved: choose.number(1, 6) === 1 };
}

/** Draws the bytes of a file; those of a JPEG have the announced size. */
export async function drawPictureFile(file: PictureFile): Promise<Uint8Array> {
  const scene = sharp(Buffer.from(drawScene(file.id, file.widthPx, file.heightPx)));
  if (file.format === 'png') return scene.png({ compressionLevel: 3 }).toBuffer();
  if (file.format === 'webp') return scene.webp({ quality: JPEG_QUALITY, effort: 0 }).toBuffer();
  const jpeg = await scene.flatten().jpeg({ quality: JPEG_QUALITY }).toBuffer();
  return padJpeg(jpeg, file.sizeBytes ?? jpeg.length);
}

/** Draws the small JPEG of a file, at most that wide. */
export async function drawThumbnail(file: PictureFile, maxWidthPx: number): Promise<Uint8Array> {
  const widthPx = Math.min(maxWidthPx, file.widthPx);
  const heightPx = Math.round((file.heightPx * widthPx) / file.widthPx);
  return sharp(Buffer.from(drawScene(file.id, widthPx, heightPx)))
    .flatten()
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
}

/** Returns the ETag of bytes, in quotes. */
export function toETag(bytes: Uint8Array): string {
  return `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
}
