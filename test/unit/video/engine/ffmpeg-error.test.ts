import { describe, expect, it } from 'vitest';
import { ffmpegError } from '../../../../src/video/engine/ffmpeg-error.ts';

describe('ffmpegError', () => {
  it('tells a full disk from a failed encoder, since only the user can mend the first', () => {
    const stderrTail = 'av_interleaved_write_frame(): No space left on device\n';
    expect(ffmpegError('join the tracks', { reason: 'ended with exit code 1.', stderrTail })).toMatchObject({
      code: 'DISK_FULL',
      toolOutputTail: stderrTail,
    });
  });

  it('quotes the last line that ffmpeg printed', () => {
    const error = ffmpegError('join the tracks', { reason: 'ended with exit code 1.', stderrTail: 'a\nlast words\n' });
    expect(error.message).toBe('ffmpeg could not join the tracks: it ended with exit code 1. It printed: last words');
    expect(error.code).toBe('FFMPEG_FAILED');
  });
});
