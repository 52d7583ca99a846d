import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SlideNarration } from '../../../src/contract/schemas/narration.ts';
import { parseSegments } from '../../../src/narration/parse-segments.ts';
import { tagByRule } from '../../../src/narration/tag-by-rule.ts';

const narrationOf = (sentences: readonly (readonly [text: string, supports: number | null])[]): SlideNarration => ({
  slideId: 's1',
  sentences: sentences.map(([text, supports]) => ({
    text,
    spoken: text,
    words: text.split(' ').map((word) => ({ text: word, spokenWords: 1 })),
    supports,
  })),
});
const LECTURE = narrationOf([
  ['Where does rain come from?', null],
  ['Evaporation is the change from water to vapour.', 0],
  ['It needs heat.', 0],
  ['Clouds form high up.', 1],
  ['That is a start.', 1],
  ['In short, water moves.', null],
]);
const NO_CHANGE = { ratePercent: 0, pitchSemitones: 0 };

describe('tagByRule', () => {
  test('slows a definition and leaves time to think after a question', () => {
    expect(tagByRule(LECTURE, NO_CHANGE)).toEqual({
      slideId: 's1',
      lines: [
        'Where does rain come from? [pause=800ms]',
        '[rate=-10%] Evaporation is the change from water to vapour. [pause=800ms]',
        'It needs heat.',
        'Clouds form high up.',
        'That is a start.',
        'In short, water moves.',
      ],
    });
  });

  test('takes neither a consequence nor a long sentence for a definition, since all of it would drag', () => {
    const long = `A port is a place ${'where many ships from many lands meet '.repeat(4)}again.`;
    const { lines } = tagByRule(
      narrationOf([
        ['Demand rose, which means that more has to be built.', 0],
        [long, 0],
        ['Draught means that depth which a ship needs.', 1],
        ['It grows.', 1],
        ['It sinks.', 1],
      ]),
      NO_CHANGE,
    );
    expect(lines).toEqual([
      'Demand rose, which means that more has to be built.',
      long,
      '[rate=-10%] Draught means that depth which a ship needs. [pause=800ms]',
      'It grows.',
      'It sinks.',
    ]);
  });

  test('adds to the rate and pitch that the user asked for, and stays in range', () => {
    const { lines } = tagByRule(LECTURE, { ratePercent: -45, pitchSemitones: 2 });
    expect(lines[1]).toBe('[rate=-50%][pitch=+2st] Evaporation is the change from water to vapour. [pause=800ms]');
    expect(lines[2]).toBe('[rate=-45%][pitch=+2st] It needs heat.');
  });

  test('knows Hindi definitions and questions', () => {
    const { lines } = tagByRule(
      narrationOf([
        ['इसे वाष्पीकरण कहते हैं।', 0],
        ['यह क्यों होता है?', 0],
        ['सूर्य पानी गरम करता है।', 0],
        ['पानी उठता है।', 1],
        ['बादल बनते हैं।', 1],
      ]),
      NO_CHANGE,
    );
    expect(lines.slice(0, 3)).toEqual([
      '[rate=-10%] इसे वाष्पीकरण कहते हैं। [pause=800ms]',
      'यह क्यों होता है? [pause=800ms]',
      'सूर्य पानी गरम करता है।',
    ]);
  });

  test('tags at most two in five sentences, and never a pause after the last', () => {
    const text = fc.constantFrom(
      'Is it so?',
      'Rain is a kind of water.',
      'In short, go.',
      '1 and 2 and 3 rise.',
      'Yes.',
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        const narration = narrationOf(texts.map((one) => [one, null]));
        const { lines } = tagByRule(narration, NO_CHANGE);
        expect(lines.filter((line, index) => line !== texts[index]).length).toBeLessThanOrEqual(texts.length * 0.4);
        expect(lines.at(-1)).not.toContain('[pause');
        expect(parseSegments(narration, { slideId: 's1', lines }).segments).toHaveLength(texts.length);
      }),
    );
  });
});

describe('parseSegments', () => {
  test('makes one segment a sentence, with the usual pauses where no tag stands', () => {
    const { segments } = parseSegments(LECTURE, tagByRule(LECTURE, NO_CHANGE));
    expect(
      segments.map(({ sentenceIndices, prosody }) => [sentenceIndices, prosody.ratePercent, prosody.pauseMs]),
    ).toEqual([
      [[0], 0, 800],
      [[1], -10, 800],
      [[2], 0, 600],
      [[3], 0, 350],
      [[4], 0, 600],
      [[5], 0, 0],
    ]);
  });

  test('keeps a pause that somebody wrote after the last sentence', () => {
    const one = narrationOf([['It ends.', null]]);
    expect(parseSegments(one, { slideId: 's1', lines: ['It ends. [pause=1s]'] }).segments[0]?.prosody.pauseMs).toBe(
      1000,
    );
  });

  test('refuses changed words and a missing line, naming them', () => {
    const one = narrationOf([['It ends.', null]]);
    expect(() => parseSegments(one, { slideId: 's1', lines: ['[rate=5%] It ended.'] })).toThrow(
      'Line 1 of the tagged narration of slide s1 says "It ended.", but the sentence is "It ends."',
    );
    expect(() => parseSegments(one, { slideId: 's1', lines: ['It ends.', 'More.'] })).toThrow(
      'has 2 lines for 1 sentences',
    );
  });
});
