import { describe, expect, test } from 'vitest';
import { type RequestWords, resolveRequest } from '../../../src/jobs/resolve-request.ts';

const topic = { kind: 'topic', topic: 'Tides' } as const;
const file = { kind: 'file', path: 'samples/water-cycle.md' } as const;
const LONG = 'x'.repeat(201);

describe('the words that steer a lecture', () => {
  test('all go into the request, slides beside minutes, since the one is the size and the other the length', () => {
    const words: RequestWords = {
      slides: '8',
      minutes: '5',
      audience: ' nurses in their first year ',
      tone: 'friendly',
      writer: 'ollama',
      model: 'llama3.1:8b',
      research: true,
      gate: true,
      yes: true,
      variation: '2',
    };
    expect(resolveRequest(words, topic)).toMatchObject({
      topic: 'Tides',
      slides: 8,
      minutes: 5,
      audience: 'nurses in their first year',
      tone: 'friendly',
      writer: 'ollama',
      model: 'llama3.1:8b',
      research: true,
      gate: true,
      pull: true,
      variation: 2,
    });
  });

  test('leave the number of slides open when only minutes are given, so that the minutes decide it', () => {
    const request = resolveRequest({ minutes: '12' }, topic);
    expect(request.minutes).toBe(12);
    expect(request).not.toHaveProperty('slides');
  });

  test.each<[RequestWords, string]>([
    [{ minutes: '0' }, '--minutes "0" is not possible; give a whole number from 1 to 60.'],
    [{ minutes: '61' }, '--minutes "61" is not possible; give a whole number from 1 to 60.'],
    [{ minutes: 'five' }, '--minutes "five" is not possible; give a whole number from 1 to 60.'],
    [{ audience: '  ' }, '--audience "  " is not possible; give at most 200 characters that say for whom it is.'],
    [{ tone: '' }, '--tone "" is not possible; give at most 200 characters that say how it should sound.'],
    [
      { tone: LONG },
      `--tone "${'x'.repeat(57)}…" is not possible; give at most 200 characters that say how it should sound.`,
    ],
    [{ model: '' }, '--model "" is not possible; give the name of a model, such as llama3.1:8b.'],
    [{ model: 'a\n\u001b[31mb' }, '--model "a [31mb" is not possible; give the name of a model, such as llama3.1:8b.'],
    [{ variation: '-1' }, '--variation "-1" is not possible; give a whole number from 0.'],
    [{ variation: '1.5' }, '--variation "1.5" is not possible; give a whole number from 0.'],
    [{ variation: '9'.repeat(20) }, `--variation "${'9'.repeat(20)}" is not possible; give a whole number from 0.`],
    [
      { variation: '1', writer: 'extractive' },
      '--variation "1" has no use with --writer extractive, which always writes the same; leave one of them out.',
    ],
  ])('are refused with the flag and the value: %j', (words, message) => {
    expect(() => resolveRequest(words, topic)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID', message }));
  });

  test('refuse --research beside a document, before anything is read or started', () => {
    expect(() => resolveRequest({ research: true }, file)).toThrow(/^--research reads up on a topic; leave it out/);
  });
});
