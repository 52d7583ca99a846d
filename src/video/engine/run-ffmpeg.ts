import { ProcessError } from '../../platform/process-error.ts';
import { type ProcessInput, runProcess } from '../../platform/run-process.ts';
import type { Ffmpeg } from '../locate-ffmpeg.ts';
import { ffmpegError } from './ffmpeg-error.ts';

export interface FfmpegCall extends Pick<ProcessInput, 'stdin' | 'args' | 'signal'> {
  readonly ffmpeg: Ffmpeg;
  /** Completes "ffmpeg could not …". */
  readonly purpose: string;
}

/** Runs ffmpeg and returns what it wrote to stdout. Throws RenderError FFMPEG_FAILED, DISK_FULL or what the machine refused; an abort kills it and rejects with the reason. */
export async function runFfmpeg(call: FfmpegCall): Promise<Uint8Array> {
  const { ffmpeg, purpose, ...input } = call;
  try {
    return (await runProcess({ ...input, command: ffmpeg.path })).stdout;
  } catch (error) {
    if (!(error instanceof ProcessError)) throw error;
    const reason = error.message.replace(`${ffmpeg.path} `, '');
    throw ffmpegError(purpose, { reason, stderrTail: error.stderrTail }, error);
  }
}
