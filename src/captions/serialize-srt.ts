import type { Cue } from './cue.ts';
import { serializeCueTime, toCueTimes } from './to-cue-times.ts';

/** Returns the text of an SRT file (UTF-8, line feeds, cues counted from 1), which plays in nearly every player. */
export function serializeSrt(cues: readonly Cue[]): string {
  const times = toCueTimes(cues);
  return cues
    .map((cue, index) => {
      const { startMs, endMs } = times[index] ?? { startMs: 0, endMs: 0 };
      const time = `${serializeCueTime(startMs, ',')} --> ${serializeCueTime(endMs, ',')}`;
      return `${index + 1}\n${time}\n${cue.lines.join('\n')}\n`;
    })
    .join('\n');
}
