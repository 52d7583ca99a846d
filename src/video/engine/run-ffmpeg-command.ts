import type { FfmpegCommand } from 'fluent-ffmpeg';
import { ProcessError } from '../../platform/process-error.ts';
import { ffmpegError } from './ffmpeg-error.ts';

/**
 * Runs a prepared fluent-ffmpeg command to its end. Throws RenderError FFMPEG_FAILED, DISK_FULL or what the machine refused.
 * An abort kills ffmpeg and rejects with the signal's reason once it is gone. SIGKILL, since after SIGTERM ffmpeg closes
 * the half-written file so well that it looks complete.
 */
export async function runFfmpegCommand(command: FfmpegCommand, purpose: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const kill = (): void => void command.kill('SIGKILL');
  let isRunning = false;
  const onAbort = (): void => {
    if (isRunning) kill();
  };
  signal.addEventListener('abort', onAbort);
  try {
    await new Promise<void>((resolve, reject) => {
      command.on('start', () => {
        isRunning = true;
        // An abort while fluent-ffmpeg was still asking ffmpeg for its formats found no process to kill.
        if (signal.aborted) kill();
      });
      command.on('end', () => resolve());
      command.on('error', (error: Error, _stdout: string | null | undefined, stderr: string | null | undefined) => {
        const stderrTail = stderr ?? '';
        reject(ffmpegError(purpose, { reason: `failed (${error.message}).`, stderrTail }, toCause(error, stderrTail)));
      });
      command.run();
    });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
  signal.throwIfAborted();
}

/** fluent-ffmpeg tells a signal and an exit code in words alone: https://github.com/fluent-ffmpeg/node-fluent-ffmpeg/blob/master/lib/processor.js. */
function toCause(error: Error, stderrTail: string): Error {
  const [, signalName = null, exitCode = null] =
    /was killed with signal (\w+)|exited with code (\d+)/.exec(error.message) ?? [];
  if (signalName === null && exitCode === null) return error;
  const end = { exitCode: exitCode === null ? null : Number(exitCode), signalName };
  return new ProcessError({ command: 'ffmpeg', ...end, stderrTail }, { cause: error });
}
