import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runProcess } from '../../../src/platform/run-process.ts';
import { assembleNarration } from '../../../src/speech/assemble-narration.ts';
import { createSpeechEngines } from '../../../src/speech/create-speech-engines.ts';

const { path: ffmpeg } = z
  .object({ path: z.string() })
  .parse(createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg'));

const signal = new AbortController().signal;

/** What ffmpeg's own meter says of a mono file played on two speakers. */
async function measureByFfmpeg(pcm: Int16Array) {
  const { stderrTail } = await runProcess({
    command: ffmpeg,
    args: [
      ...'-hide_banner -f s16le -ar 48000 -ac 1 -i - -filter_complex'.split(' '),
      'ebur128=peak=true:dualmono=true',
      ...'-f null -'.split(' '),
    ],
    stdin: new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength),
    signal,
  });
  const summary = stderrTail.slice(stderrTail.lastIndexOf('Summary:'));
  const read = (pattern: RegExp): number => Number(pattern.exec(summary)?.[1]);
  return { lufs: read(/I:\s+(-?[\d.]+) LUFS/u), truePeakDbtp: read(/Peak:\s+(-?[\d.]+) dBFS/u) };
}

describe('assembleNarration beside the meter of ffmpeg', () => {
  it('agrees to a tenth on real speech, soft and loud', async () => {
    const [engine] = createSpeechEngines();
    if (engine === undefined) throw new Error('There is no speech engine to measure.');
    await using disposed = engine;
    const { pcm } = await disposed.synthesize(
      {
        spoken: 'The water cycle describes how water moves. '.repeat(12),
        voice: 'en-US',
        language: 'en',
        ratePercent: 0,
        pitchSemitones: 0,
      },
      signal,
    );
    for (const share of [0.1, 1]) {
      const slide = pcm.map((sample) => Math.round(sample * share));
      const assembled = await assembleNarration([{ lengthSamples: slide.length, read: async () => slide }], signal);
      const heard = await measureByFfmpeg(assembled.pcm);
      expect(Math.abs(heard.lufs + 16)).toBeLessThanOrEqual(0.1);
      expect(Math.abs(heard.lufs - assembled.integratedLufs)).toBeLessThanOrEqual(0.1);
      expect(heard.truePeakDbtp).toBeLessThanOrEqual(-1.5);
      expect(Math.abs(heard.truePeakDbtp - assembled.truePeakDbtp)).toBeLessThanOrEqual(0.2);
    }
  });
});
