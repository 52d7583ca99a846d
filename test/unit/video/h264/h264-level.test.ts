import { describe, expect, it } from 'vitest';
import { VIDEO_QUALITIES } from '../../../../src/contract/schemas/request.ts';
import { h264Level } from '../../../../src/video/h264/h264-level.ts';
import { videoSizeOf } from '../../../../src/video/video-size.ts';

describe('h264Level', () => {
  it('gives each quality the lowest level that carries it, since old players refuse higher ones', () => {
    const levels = VIDEO_QUALITIES.map((quality) => h264Level({ ...videoSizeOf(quality), fps: 30 }));
    expect(levels).toEqual(['3.1', '4.0', '5.0', '5.1']);
  });

  it('counts the rate too', () => {
    expect(h264Level({ ...videoSizeOf('1080p'), fps: 60 })).toBe('4.2');
    expect(h264Level({ ...videoSizeOf('2160p'), fps: 60 })).toBe('5.2');
  });

  it('refuses what no level carries', () => {
    expect(() => h264Level({ widthPx: 7680, heightPx: 4320, fps: 30 })).toThrow('7680 x 4320');
  });
});
