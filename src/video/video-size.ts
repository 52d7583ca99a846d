import type { VIDEO_QUALITIES } from '../contract/schemas/request.ts';

/** Width and height of the picture in pixels; both even, as 4:2:0 colour needs, and always 16:9. */
export interface VideoSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

const SIZES: Readonly<Record<(typeof VIDEO_QUALITIES)[number], VideoSize>> = {
  '720p': { widthPx: 1280, heightPx: 720 },
  '1080p': { widthPx: 1920, heightPx: 1080 },
  '1440p': { widthPx: 2560, heightPx: 1440 },
  '2160p': { widthPx: 3840, heightPx: 2160 },
};

/** Returns the frame size, in pixels, that a quality of the request stands for. */
export function videoSizeOf(quality: (typeof VIDEO_QUALITIES)[number]): VideoSize {
  return SIZES[quality];
}
