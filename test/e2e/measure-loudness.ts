import { runProcess } from '../../src/platform/run-process.ts';
import type { Ffmpeg } from '../../src/video/locate-ffmpeg.ts';
import { NEVER } from './lectra-home.ts';

/** Returns what ffmpeg's own meter says of a mono file that is played on two speakers. */
export async function measureLoudness(
  ffmpeg: Ffmpeg,
  path: string,
): Promise<{ readonly lufs: number; readonly truePeakDbtp: number }> {
  const { stderrTail } = await runProcess({
    command: ffmpeg.path,
    args: ['-hide_banner', '-nostats', '-i', path, '-af', 'ebur128=peak=true:dualmono=true', '-f', 'null', '-'],
    signal: NEVER,
  });
  const summary = stderrTail.slice(stderrTail.lastIndexOf('Summary:'));
  const read = (pattern: RegExp): number => Number(pattern.exec(summary)?.[1]);
  return { lufs: read(/I:\s+(-?[\d.]+) LUFS/), truePeakDbtp: read(/Peak:\s+(-?[\d.]+) dBFS/) };
}
