import { RenderError } from '../../contract/errors.ts';

/** Returns the error of an ffmpeg call that failed: DISK_FULL when it printed so, else FFMPEG_FAILED. `purpose` completes "ffmpeg could not …". */
export function ffmpegError(
  purpose: string,
  failure: { readonly reason: string; readonly stderrTail: string },
  options?: ErrorOptions,
): RenderError {
  const details = { toolOutputTail: failure.stderrTail };
  if (failure.stderrTail.includes('No space left on device')) {
    return new RenderError('DISK_FULL', `ffmpeg could not ${purpose}: the disk is full.`, details, options);
  }
  const lastLine = failure.stderrTail.trim().split('\n').at(-1) ?? '';
  const said = lastLine === '' ? 'It printed nothing.' : `It printed: ${lastLine}`;
  return new RenderError(
    'FFMPEG_FAILED',
    `ffmpeg could not ${purpose}: it ${failure.reason} ${said}`,
    details,
    options,
  );
}
