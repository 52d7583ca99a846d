import { describe, expect, it } from 'vitest';
import { ENGLISH_LINKS } from '../../../../src/writing/extractive/languages/english/links.ts';

describe('what an English sentence points back to', () => {
  it.each([
    ['The Sun then weakens the effect of the Moon.', true],
    ['Water then runs off.', true],
    ['Water evaporates and then condenses.', false],
    ['If the air cools, then clouds form.', false],
    ['Since then the towns have grown.', false],
  ])('%s: a "then" after the subject names a time that was told before: %s', (sentence, points) => {
    expect(ENGLISH_LINKS.isAnaphoric(sentence)).toBe(points);
  });
});
