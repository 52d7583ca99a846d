import type { FfmpegCommand } from 'fluent-ffmpeg';
import { ffmpegError } from './ffmpeg-error.ts';

/**
 * Runs a prepared fluent-ffmpeg command to its end. Throws RenderError FFMPEG_FAILED or DISK_FULL.
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
        reject(
          ffmpegError(purpose, { reason: `failed (${error.message}).`, stderrTail: stderr ?? '' }, { cause: error }),
        );
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
