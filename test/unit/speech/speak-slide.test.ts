import { describe, expect, it } from 'vitest';
import type { SlideSegments } from '../../../src/contract/schemas/narration.ts';
import { speakSlide } from '../../../src/speech/speak-slide.ts';
import type { SpeechEngine, SpeechInput, SpokenClip } from '../../../src/speech/speech-engine.ts';

const RATE_HZ = 16_000;

/** Says every word as 0.4 s of tone after 0.3 s of silence, with 0.9 s of silence at the end, as services do. */
function sayTones({ spoken }: SpeechInput): SpokenClip {
  const texts = spoken.split(' ');
  const head = 0.3 * RATE_HZ;
  const each = 0.4 * RATE_HZ;
  const voiced = texts.length * each;
  const pcm = Int16Array.from({ length: head + voiced + 0.9 * RATE_HZ }, (_, index) =>
    index >= head && index < head + voiced ? Math.round(9000 * Math.sin(index * 0.2)) : 0,
  );
  let from = 0;
  const words = texts.map((text, order) => {
    const startCharacter = from;
    from += text.length + 1;
    const startSample = head + order * each;
    return { startSample, endSample: startSample + each, startCharacter, endCharacter: startCharacter + text.length };
  });
  return { pcm, sampleRateHz: RATE_HZ, words };
}

function createEngine(say: (input: SpeechInput) => SpokenClip = sayTones) {
  const asked: SpeechInput[] = [];
  const engine: SpeechEngine = {
    id: 'tones',
    sampleRateHz: RATE_HZ,
    listVoices: async () => [],
    isAvailable: async () => true,
    synthesize: async (input, signal) => {
      signal.throwIfAborted();
      asked.push(input);
      return say(input);
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
  return { engine, asked };
}

const sentence = (text: string, supports: number | null = null): SlideSegments['sentences'][number] => ({
  text,
  spoken: text,
  words: text.split(' ').map((word) => ({ text: word, spokenWords: 1 })),
  supports,
});

const prosody = (pauseMs: number) => ({ ratePercent: 0, pitchSemitones: 0, pauseMs });

const alone = (text: string): SlideSegments => ({
  slideId: 's1',
  sentences: [sentence(text)],
  segments: [{ sentenceIndices: [0], prosody: prosody(0) }],
});

const common = { voice: 'v', language: 'en', fps: 30 };
const live = (): AbortSignal => new AbortController().signal;

describe('speakSlide', () => {
  it('opens with 0.45 s and closes with 0.85 s of silence, in whole frames, whatever silence the engine adds', async () => {
    const { pcm, lengthSamples, sentences } = await speakSlide(
      { ...common, segments: alone('rain falls again'), engine: createEngine().engine },
      live(),
    );
    const first = pcm.findIndex((sample) => Math.abs(sample) > 1000);
    const last = pcm.findLastIndex((sample) => Math.abs(sample) > 1000);
    expect(Math.abs(first - 21_600)).toBeLessThan(300);
    expect(lengthSamples - last).toBeGreaterThanOrEqual(40_800 - 300);
    expect(lengthSamples - last).toBeLessThan(40_800 + 1600 + 300);
    expect(lengthSamples % 1600).toBe(0);
    expect(pcm).toHaveLength(lengthSamples);
    expect(sentences[0]?.startSample).toBe(21_600);
  });

  it('shifts word times by the silence that was cut, and scales them to 48 kHz', async () => {
    const { sentences } = await speakSlide(
      { ...common, segments: alone('rain falls again'), engine: createEngine().engine },
      live(),
    );
    const starts = sentences[0]?.words.map(({ startSample }) => startSample) ?? [];
    expect(Math.abs((starts[1] ?? 0) - (starts[0] ?? 0) - 19_200)).toBeLessThan(300);
    expect(Math.abs((starts[2] ?? 0) - (starts[1] ?? 0) - 19_200)).toBeLessThan(300);
  });

  it('makes every pause as long as it was written, from voice to voice', async () => {
    const segments: SlideSegments = {
      slideId: 's1',
      sentences: [sentence('one', 0), sentence('two', 0), sentence('six', 1), sentence('ten', 1)],
      segments: [
        { sentenceIndices: [0, 1, 2], prosody: prosody(1000) },
        { sentenceIndices: [3], prosody: prosody(2000) },
      ],
    };
    const { sentences, lengthSamples, pcm } = await speakSlide(
      { ...common, segments, engine: createEngine().engine },
      live(),
    );
    const gaps = sentences.map(({ endSample }, index) => (sentences[index + 1]?.startSample ?? 0) - endSample);
    expect(gaps.slice(0, 3)).toEqual([16_800, 28_800, 48_000]);
    expect(lengthSamples - (sentences[3]?.endSample ?? 0)).toBeGreaterThanOrEqual(96_000);
    const middle = (sentences[1]?.endSample ?? 0) + 14_400;
    expect(new Set(pcm.subarray(middle - 5000, middle + 5000))).toEqual(new Set([0]));
  });

  it('lets clips with no pause between them stand side by side, so neither is cut', async () => {
    const segments: SlideSegments = {
      slideId: 's1',
      sentences: [sentence('one'), sentence('two')],
      segments: [0, 1].map((index) => ({ sentenceIndices: [index], prosody: prosody(0) })),
    };
    const { sentences } = await speakSlide({ ...common, segments, engine: createEngine().engine }, live());
    expect((sentences[1]?.startSample ?? 0) - (sentences[0]?.endSample ?? 0)).toBe(1920 + 4800);
  });

  it('asks for each sentence with the prosody of its segment and tells how far it is', async () => {
    const { engine, asked } = createEngine();
    const progress: string[] = [];
    const segments: SlideSegments = {
      slideId: 's1',
      sentences: [sentence('one'), sentence('two')],
      segments: [
        { sentenceIndices: [0], prosody: { ratePercent: -10, pitchSemitones: 2, pauseMs: 0 } },
        { sentenceIndices: [1], prosody: prosody(0) },
      ],
    };
    await speakSlide(
      { ...common, segments, engine, onProgress: (done, total) => progress.push(`${done}/${total}`) },
      live(),
    );
    expect(asked).toMatchObject([
      { spoken: 'one', voice: 'v', language: 'en', ratePercent: -10, pitchSemitones: 2 },
      { spoken: 'two', ratePercent: 0 },
    ]);
    expect(progress).toEqual(['1/2', '2/2']);
  });

  it.each([
    ['no samples', () => ({ pcm: new Int16Array(0), sampleRateHz: RATE_HZ, words: [] })],
    ['silence', () => ({ pcm: new Int16Array(90_000), sampleRateHz: RATE_HZ, words: [] })],
    [
      'half of it',
      (input: SpeechInput) => {
        const clip = sayTones(input);
        return { ...clip, pcm: clip.pcm.subarray(0, 8000) };
      },
    ],
  ])('fails, naming the sentence, when the engine returns %s', async (_what, say) => {
    const text = 'evaporation condensation precipitation collection';
    const result = speakSlide({ ...common, segments: alone(text), engine: createEngine(say).engine }, live());
    await expect(result).rejects.toMatchObject({
      code: 'SPEECH_FAILED',
      provider: 'tones',
      message: expect.stringContaining(`Sentence 1 of slide s1, "${text}"`),
    });
  });

  it('refuses a sentence with nothing to say in it, since trying again would not help', async () => {
    const { engine, asked } = createEngine();
    const result = speakSlide({ ...common, segments: alone('🙂'), engine }, live());
    await expect(result).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('"🙂"') });
    expect(asked).toEqual([]);
  });

  it('refuses segments that leave a sentence out, so none is skipped unheard', async () => {
    const segments: SlideSegments = { ...alone('one'), sentences: [sentence('one'), sentence('two')] };
    const result = speakSlide({ ...common, segments, engine: createEngine().engine }, live());
    await expect(result).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('refuses a frame rate that would cut a sample in two', async () => {
    const result = speakSlide({ ...common, fps: 29.97, segments: alone('one'), engine: createEngine().engine }, live());
    await expect(result).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('29.97') });
  });

  it('rejects with the reason of an abort itself', async () => {
    const reason = new Error('stop');
    const result = speakSlide(
      { ...common, segments: alone('one'), engine: createEngine().engine },
      AbortSignal.abort(reason),
    );
    await expect(result).rejects.toBe(reason);
  });
});
