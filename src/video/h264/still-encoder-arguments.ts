import { h264Level } from './h264-level.ts';

export interface StillEncoderInput {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fps: number;
  readonly source: 'rgba' | 'yuv420p';
  /** Which frames are encoded whole: each one, or only the first. */
  readonly wholeFrames: 'every' | 'first';
}

// Colour is converted and tagged as BT.709: ffmpeg alone converts with BT.601 and tags nothing, and HD players then shift the colours.
// `bitexact` makes the conversion the same on every processor.
const TO_BT709 =
  'scale=in_range=pc:out_range=tv:out_color_matrix=bt709:flags=bicubic+accurate_rnd+full_chroma_int+bitexact,format=yuv420p';

// One reference and no reordering keep skip frames interchangeable; qcomp=1 without lookahead keeps a still independent of its neighbours;
// stitchable=1 writes the same parameter sets for every job; cpu-independent=1 the same bytes on every processor.
const X264_PARAMS = [
  'stitchable=1',
  'scenecut=0',
  'weightp=0',
  'mbtree=0',
  'rc-lookahead=0',
  'sync-lookahead=0',
  'ref=1',
  'qcomp=1.0',
  'aud=0',
  'cpu-independent=1',
].join(':');

/**
 * Returns the ffmpeg arguments that turn raw frames on stdin into H.264 (Annex B) on stdout.
 * Stills and skip frames must share them, or their parameter sets differ and they cannot be joined.
 */
export function stillEncoderArguments(input: StillEncoderInput): readonly string[] {
  return [
    ...['-v', 'error', '-f', 'rawvideo', '-pix_fmt', input.source],
    ...['-s', `${input.widthPx}x${input.heightPx}`, '-r', String(input.fps), '-i', 'pipe:0'],
    ...(input.source === 'rgba' ? ['-vf', TO_BT709] : []),
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-tune', 'stillimage', '-crf', '18'],
    ...['-profile:v', 'high', '-level:v', h264Level(input), '-g', '250', '-bf', '0'],
    // The bytes do not depend on the thread count; two bound the memory of one encoder, and slides are encoded beside each other.
    ...['-threads', '2'],
    ...['-force_key_frames', input.wholeFrames === 'every' ? 'expr:1' : 'expr:eq(n,0)', '-forced-idr', '1'],
    ...['-x264-params', X264_PARAMS],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    ...['-f', 'h264', 'pipe:1'],
  ];
}
