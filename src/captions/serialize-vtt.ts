import type { Cue } from './cue.ts';
import { serializeCueTime, toCueTimes } from './to-cue-times.ts';

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Returns the text of a WebVTT file, as browsers play it (https://www.w3.org/TR/webvtt1/). */
export function serializeVtt(cues: readonly Cue[]): string {
  const times = toCueTimes(cues);
  const blocks = cues.map((cue, index) => {
    const { startMs, endMs } = times[index] ?? { startMs: 0, endMs: 0 };
    const time = `${serializeCueTime(startMs, '.')} --> ${serializeCueTime(endMs, '.')}`;
    return `${time}\n${cue.lines.map(escapeText).join('\n')}\n`;
  });
  return ['WEBVTT\n', ...blocks].join('\n');
}
