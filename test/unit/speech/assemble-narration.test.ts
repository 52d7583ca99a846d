import { describe, expect, it } from 'vitest';
import { assembleNarration, type SlideSound } from '../../../src/speech/assemble-narration.ts';
import { levelNarration } from '../../../src/speech/loudness/level-narration.ts';

const tone = (lengthSamples: number, amplitude: number): Int16Array =>
  Int16Array.from({ length: lengthSamples }, (_, index) => Math.round(amplitude * Math.sin(index / 30)));

const slide = (pcm: Int16Array): SlideSound => ({ lengthSamples: pcm.length, read: async () => pcm });
const live = (): AbortSignal => new AbortController().signal;

describe('assembleNarration', () => {
  it('joins the slides to the sample and levels them as one sound, with the same bytes as the plain function', async () => {
    const first = tone(96_001, 2000);
    const second = tone(48_007, 9000);
    const expected = Int16Array.from([...first, ...second]);
    const level = levelNarration(expected);
    expect(await assembleNarration([slide(first), slide(second)], live())).toEqual({ pcm: expected, ...level });
  });

  it('leaves its input alone', async () => {
    const first = tone(96_000, 5000);
    await assembleNarration([slide(first)], live());
    expect(first).toEqual(tone(96_000, 5000));
  });

  it('holds one slide at a time beside the whole', async () => {
    let reading = 0;
    const counted = (): SlideSound => ({
      lengthSamples: 48_000,
      read: async () => {
        reading += 1;
        expect(reading).toBe(1);
        await Promise.resolve();
        reading -= 1;
        return tone(48_000, 5000);
      },
    });
    await assembleNarration([counted(), counted(), counted()], live());
  });

  it('lets the event loop go on while it levels, since heartbeats are sent there', async () => {
    let turns = 0;
    const beat = setInterval(() => {
      turns += 1;
    }, 1);
    // Two minutes of sound: the plain function would hold the loop until it is done, and no turn would be counted.
    const assembled = assembleNarration([slide(tone(5_760_000, 5000))], live());
    await assembled.finally(() => clearInterval(beat));
    expect(turns).toBeGreaterThan(10);
  });

  it('rejects with the reason of an abort while the thread works, and leaves no thread', async () => {
    const controller = new AbortController();
    const reason = new Error('stop');
    const assembled = assembleNarration([slide(tone(5_760_000, 5000))], controller.signal);
    setTimeout(() => controller.abort(reason), 1);
    await expect(assembled).rejects.toBe(reason);
    expect(process.getActiveResourcesInfo()).not.toContain('MessagePort');
  });

  it('reads no further slide after an abort', async () => {
    const controller = new AbortController();
    const first: SlideSound = {
      lengthSamples: 10,
      read: async () => {
        controller.abort('stop');
        return tone(10, 5000);
      },
    };
    const never: SlideSound = { lengthSamples: 10, read: () => Promise.reject(new Error('was read')) };
    await expect(assembleNarration([first, never], controller.signal)).rejects.toBe('stop');
  });

  it('refuses sound without loudness, and a slide that is not as long as it says', async () => {
    await expect(assembleNarration([slide(new Int16Array(96_000))], live())).rejects.toThrow(RangeError);
    await expect(assembleNarration([], live())).rejects.toThrow(RangeError);
    const wrong = { lengthSamples: 5, read: async () => tone(6, 5000) };
    await expect(assembleNarration([wrong], live())).rejects.toThrow('slide 1 has 6 samples, not 5');
  });
});
