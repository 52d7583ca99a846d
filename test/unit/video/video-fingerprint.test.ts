import { describe, expect, it } from 'vitest';
import { videoFingerprint } from '../../../src/video/video-fingerprint.ts';

describe('videoFingerprint', () => {
  it('depends on the version of ffmpeg but not on its place, so machines share what they made', () => {
    const print = (path: string, version: string) => videoFingerprint({ path, version, origin: 'path' });
    expect(print('/usr/bin/ffmpeg', '5.1.9')).toBe(print('/opt/ffmpeg', '5.1.9'));
    expect(print('/usr/bin/ffmpeg', '5.1.9')).not.toBe(print('/usr/bin/ffmpeg', '6.0'));
    expect(print('/usr/bin/ffmpeg', '5.1.9')).toMatch(/^ffmpeg-5\.1\.9-[0-9a-f]{16}$/);
  });
});
