import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROJECT_PATTERN } from '../../../src/contract/schemas/request.ts';
import { nameFromText } from '../../../src/jobs/name-from-text.ts';
import { type RequestWords, resolveRequest } from '../../../src/jobs/resolve-request.ts';

const file = { kind: 'file', path: 'samples/Water cycle.md' } as const;

describe('resolveRequest', () => {
  it('fills in the defaults and names the project after the file', () => {
    expect(resolveRequest({}, file)).toEqual({
      project: 'water-cycle',
      theme: 'paper',
      rate_percent: 0,
      pitch_semitones: 0,
      writer: 'auto',
      speech: 'auto',
      images: 3,
      video: true,
      quality: '1080p',
      captions: 'track',
      gate: false,
      pull: false,
      research: false,
      variation: 0,
    });
  });

  it('keeps every word that was given', () => {
    const words: RequestWords = {
      project: 'Wasser_2.1',
      slides: '12',
      language: 'en',
      theme: 'paper',
      voice: 'en-us',
      speech: 'espeak',
      rate: '-20%',
      pitch: '+2st',
      images: '0',
      writer: 'extractive',
      quality: '720p',
      captions: 'none',
      video: false,
    };
    expect(resolveRequest(words, file)).toMatchObject({
      project: 'Wasser_2.1',
      slides: 12,
      language: 'en',
      voice: 'en-us',
      speech: 'espeak',
      rate_percent: -20,
      pitch_semitones: 2,
      images: 0,
      writer: 'extractive',
      quality: '720p',
      captions: 'none',
      video: false,
    });
  });

  it('names a topic run after its topic, in its own script', () => {
    const request = resolveRequest({}, { kind: 'topic', topic: 'जल चक्र: अवलोकन' });
    expect(request).toMatchObject({ topic: 'जल चक्र: अवलोकन', project: 'जल-चक्र-अवलोकन' });
  });

  it.each<[RequestWords, string]>([
    [{ slides: '0' }, '--slides "0" is not possible; give a whole number from 3 to 100.'],
    [{ slides: '101' }, '--slides "101" is not possible; give a whole number from 3 to 100.'],
    [{ slides: '7.5' }, '--slides "7.5" is not possible; give a whole number from 3 to 100.'],
    [{ slides: 'ten' }, '--slides "ten" is not possible; give a whole number from 3 to 100.'],
    [{ slides: '' }, '--slides "" is not possible; give a whole number from 3 to 100.'],
    [{ slides: '1e1' }, '--slides "1e1" is not possible; give a whole number from 3 to 100.'],
    [
      { language: 'xx' },
      '--language "xx" is not possible; give one of en, hi, de, fr, es, pt, it, nl, sv, da, nb, fi, pl, cs, ro, hu, tr, id, ca, ru, uk, el, mr, ne.',
    ],
    [{ theme: 'neon' }, '--theme "neon" is not possible; give paper, the only one so far.'],
    [{ rate: '80' }, '--rate "80" is not possible; give whole percent from -50 to 50, such as -10%.'],
    [{ pitch: 'high' }, '--pitch "high" is not possible; give whole semitones from -6 to 6, such as +1st.'],
    [{ images: '-1' }, '--images "-1" is not possible; give a whole number from 0 to 5.'],
    [{ writer: 'poet' }, '--writer "poet" is not possible; give one of auto, ollama, openai, extractive.'],
    [{ speech: 'song' }, '--speech "song" is not possible; give one of auto, espeak.'],
    [{ quality: '4k' }, '--quality "4k" is not possible; give one of 720p, 1080p, 1440p, 2160p.'],
    [
      { model: 'qwen3:8b', writer: 'extractive' },
      '--model "qwen3:8b" has no use with --writer extractive, which asks no model; leave one of them out.',
    ],
    [{ captions: 'burned' }, '--captions "burned" is not possible; give one of track, none.'],
  ])('refuses %j and says what is possible', (words, message) => {
    expect(() => resolveRequest(words, file)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID', message }));
  });

  it.each(['../../x', '..', '.', 'a/b', 'a\\b', '/etc', 'C:x', '-x', '', 'x'.repeat(81)])(
    'refuses the project %j, so that no run leaves the output folder',
    (project) => {
      expect(() => resolveRequest({ project }, file)).toThrow(/^--project ".*" is not possible; give a name/);
    },
  );

  it('makes a usable project of every file name and topic', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.boolean(), (text, isTopic) => {
        const source = isTopic ? ({ kind: 'topic', topic: text } as const) : ({ kind: 'file', path: text } as const);
        expect(resolveRequest({}, source).project).toMatch(PROJECT_PATTERN);
      }),
    );
  });
});

describe('nameFromText', () => {
  it('takes the first line with words, without the marks of its heading', () => {
    expect(nameFromText(new TextEncoder().encode('\n---\n# The Water Cycle\n\nWater moves.'))).toBe('the-water-cycle');
  });
});
