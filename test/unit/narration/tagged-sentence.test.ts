import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTaggedSentence } from '../../../src/narration/parse-tagged-sentence.ts';
import { serializeTaggedSentence } from '../../../src/narration/serialize-tagged-sentence.ts';
import { tidyWrittenText } from '../../../src/narration/tidy-written-text.ts';

const PLAIN = { text: 'Water falls.', ratePercent: 0, pitchSemitones: 0, pauseMs: null };

describe('tagged sentences', () => {
  test('stand on one line, tags before and the pause after', () => {
    expect(serializeTaggedSentence({ ...PLAIN, ratePercent: -20, pitchSemitones: 1, pauseMs: 700 })).toBe(
      '[rate=-20%][pitch=+1st] Water falls. [pause=700ms]',
    );
    expect(serializeTaggedSentence(PLAIN)).toBe('Water falls.');
  });

  test.each([
    '[rate=-20%][pitch=+1st] Water falls. [pause=700ms]',
    '[pitch=1st] [rate=-20%] Water falls. [pause=700ms]',
    '[pause=700ms][Pitch = +1 st][RATE=−20 %]Water falls.',
    'Water falls [pause=0.7s][rate=-20%] [pitch=+1st].',
    '[rate=-19.6%] Water falls [pitch=1.2st]. [pause=699.6ms]',
  ])('are read with tags in any order and form: %j', (line) => {
    expect(parseTaggedSentence(line)).toEqual({
      sentence: { text: 'Water falls.', ratePercent: -20, pitchSemitones: 1, pauseMs: 700 },
      findings: [],
    });
  });

  test('are clamped to what engines can do, with a finding for each', () => {
    const { sentence, findings } = parseTaggedSentence('[rate=-80%][pitch=9st] Go on. [pause=99999ms]');
    expect(sentence).toEqual({ text: 'Go on.', ratePercent: -50, pitchSemitones: 6, pauseMs: 10_000 });
    expect(findings).toEqual([
      'The tag [rate=-80%] is out of range: -50% is used.',
      'The tag [pitch=9st] is out of range: 6st is used.',
      'The tag [pause=99999ms] is out of range: 10000ms is used.',
    ]);
  });

  test('keep brackets that are no tags, since a reader needs them', () => {
    expect(parseTaggedSentence('[sic] He [they] left [1]. [pause=500ms]').sentence).toEqual({
      ...PLAIN,
      text: '[sic] He [they] left [1].',
      pauseMs: 500,
    });
  });

  test('say which tags were of no use', () => {
    const { sentence, findings } = parseTaggedSentence(
      '[voice=Guy][rate=fast][rate=5%][rate=9%] [emphasis]Stop[/emphasis] now.',
    );
    expect(sentence).toEqual({ ...PLAIN, text: 'Stop now.', ratePercent: 5 });
    expect(findings).toEqual([
      'The tag [voice=Guy] is ignored: one voice reads the whole deck.',
      'The tag [rate=fast] is ignored: write a number from -50 to 50%.',
      'The tag [rate=9%] is ignored: the sentence has a rate already.',
    ]);
  });

  test('come back as they were written, whatever the text', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map(tidyWrittenText)
      .filter((tidy) => tidy !== '');
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -6, max: 6 }),
        fc.option(fc.integer({ min: 0, max: 10_000 })),
        (tidy, ratePercent, pitchSemitones, pauseMs) => {
          const sentence = { text: tidy, ratePercent, pitchSemitones, pauseMs };
          expect(parseTaggedSentence(serializeTaggedSentence(sentence))).toEqual({ sentence, findings: [] });
        },
      ),
      { numRuns: 500 },
    );
  });
});
