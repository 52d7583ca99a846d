import { RenderError } from '../../contract/errors.ts';
import { findSystemFailure } from '../../platform/find-system-failure.ts';

/**
 * Returns the error of an ffmpeg call that failed: DISK_FULL when it printed so, what the machine refused it (such as
 * MEMORY_EXHAUSTED) when `cause` says so, else FFMPEG_FAILED. `purpose` completes "ffmpeg could not …".
 */
export function ffmpegError(
  purpose: string,
  failure: { readonly reason: string; readonly stderrTail: string },
  cause?: unknown,
): RenderError {
  const details = { toolOutputTail: failure.stderrTail };
  if (/No space left on device|Disk quota exceeded/.test(failure.stderrTail)) {
    return new RenderError('DISK_FULL', `ffmpeg could not ${purpose}: the disk is full.`, details, { cause });
  }
  const system = findSystemFailure(cause);
  if (system !== null) {
    return new RenderError(system.code, `ffmpeg could not ${purpose}: ${system.message}`, details, { cause });
  }
  const lastLine = failure.stderrTail.trim().split('\n').at(-1) ?? '';
  const said = lastLine === '' ? 'It printed nothing.' : `It printed: ${lastLine}`;
  const message = `ffmpeg could not ${purpose}: it ${failure.reason} ${said}`;
  return new RenderError('FFMPEG_FAILED', message, details, { cause });
}
