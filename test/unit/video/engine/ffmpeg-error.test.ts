import { describe, expect, it } from 'vitest';
import { ProcessError } from '../../../../src/platform/process-error.ts';
import { ffmpegError } from '../../../../src/video/engine/ffmpeg-error.ts';

describe('ffmpegError', () => {
  it('tells a full disk from a failed encoder, since only the user can mend the first', () => {
    const stderrTail = 'av_interleaved_write_frame(): No space left on device\n';
    expect(ffmpegError('join the tracks', { reason: 'ended with exit code 1.', stderrTail })).toMatchObject({
      code: 'DISK_FULL',
      toolOutputTail: stderrTail,
    });
  });

  it('says what the machine refused, since no other ffmpeg would mend that', () => {
    const killed = new ProcessError({ command: 'ffmpeg', exitCode: null, signalName: 'SIGKILL', stderrTail: '' });
    const reason = 'was ended by SIGKILL.';
    expect(ffmpegError('join the tracks', { reason, stderrTail: '' }, killed)).toMatchObject({
      code: 'MEMORY_EXHAUSTED',
      message: expect.stringMatching(
        /^ffmpeg could not join the tracks: The machine ran out of memory \(ffmpeg was ended/,
      ),
    });
    const unstarted = Object.assign(new Error('spawn ffmpeg EMFILE'), { code: 'EMFILE' });
    expect(ffmpegError('join the tracks', { reason: 'failed.', stderrTail: '' }, unstarted).code).toBe(
      'FILES_EXHAUSTED',
    );
  });

  it('quotes the last line that ffmpeg printed', () => {
    const error = ffmpegError('join the tracks', { reason: 'ended with exit code 1.', stderrTail: 'a\nlast words\n' });
    expect(error.message).toBe('ffmpeg could not join the tracks: it ended with exit code 1. It printed: last words');
    expect(error.code).toBe('FFMPEG_FAILED');
  });
});
