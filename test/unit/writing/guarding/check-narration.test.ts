import { describe, expect, it } from 'vitest';
import { remedyOf } from '../../../../src/writing/guarding/guarding-rules.ts';
import { checkNarration } from '../../../../src/writing/guarding/slides/check-narration.ts';

const CONTEXT = { kind: 'cover', language: 'en', given: '', passages: [], heading: 'Ice', words: 100 } as const;

const check = (texts: readonly string[], words: number) =>
  checkNarration({ heading: 'Ice', narration: texts.map((text) => ({ text, supports: null })) }, { ...CONTEXT, words });

/** As many different words, in one sentence. */
const saying = (words: number): string => Array.from({ length: words }, (_, at) => `w${at}`).join(' ');

describe('checkNarration', () => {
  it.each([
    [80, []],
    [120, []],
    [75, []],
    [125, []],
    [74, ['ask']],
    [126, ['ask']],
    [70, ['ask']],
    [130, ['ask']],
    [69, ['keep']],
    [131, ['keep']],
    [49, ['mend']],
    [201, ['mend']],
  ])('judges %i words where 100 are asked for by how far off they are', (count, remedies) => {
    expect(check([saying(count)], 100).map(remedyOf)).toEqual(remedies);
  });

  it('says how many words are asked for, so that a model can count', () => {
    expect(check([saying(84)], 65)[0]?.message).toBe('the narration has 84 words where 52 to 78 are asked for');
  });

  it('lets half a sentence pass beyond what is asked for, since a call costs more than it is worth', () => {
    // A model of 1.5 billion parameters said 50 on a cover where 32 to 48 were asked for.
    expect(check([saying(50)], 40)).toEqual([]);
    expect(check([saying(53)], 40)).toEqual([]);
    expect(check([saying(54)], 40)).toHaveLength(1);
    expect(check([saying(27)], 40)).toEqual([]);
    expect(check([saying(26)], 40)).toHaveLength(1);
  });

  it('lets a short question pass, as people ask it, and asks once more for any other stub', () => {
    expect(check(['Ice floats on its own water.', 'Why?', 'क्यों?'], 7)).toEqual([]);
    const problems = check(['Ice floats on its own water.', 'Not so.'], 8);
    expect(problems).toMatchObject([{ path: 'narration[1].text', rule: 'stub-sentence' }]);
    expect(problems.map(remedyOf)).toEqual(['ask']);
  });
});
