import type { Cue } from './cue.ts';

const SAMPLES_PER_MS = 48;

/** Returns start and end of each cue in whole milliseconds; rounding neither reverses, empties nor overlaps a cue. */
export function toCueTimes(cues: readonly Cue[]): { readonly startMs: number; readonly endMs: number }[] {
  let lastEndMs = 0;
  return cues.map((cue) => {
    const startMs = Math.max(lastEndMs, Math.round(cue.startSample / SAMPLES_PER_MS));
    lastEndMs = Math.max(startMs + 1, Math.round(cue.endSample / SAMPLES_PER_MS));
    return { startMs, endMs: lastEndMs };
  });
}

/** Returns a time as subtitle files write it: `01:02:03,004`. The mark stands before the milliseconds. */
export function serializeCueTime(timeMs: number, mark: ',' | '.'): string {
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(timeMs / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
  return `${clock}${mark}${String(timeMs % 1000).padStart(3, '0')}`;
}
