import { describe, expect, it } from 'vitest';
import { checkOutlineAnswer } from '../../../../src/writing/guarding/check-outline-answer.ts';
import { checkSlideAnswer } from '../../../../src/writing/guarding/check-slide-answer.ts';

const saying = (language: string, text: string, kind: 'section' | 'cover' | 'closing' = 'section') =>
  checkSlideAnswer(
    { heading: 'Why ice moves', narration: [{ text, supports: null }] },
    { kind, language, given: 'Glaciers', passages: [], heading: 'Why ice moves', words: 10 },
  ).filter(({ rule }) => rule === 'greeting');

describe('a slide that opens a part', () => {
  it.each([
    ['en', 'Welcome back to our lecture about ice.'],
    ['en', 'Hello everyone, now comes the ice.'],
    ['en', 'Thank you for your patience so far.'],
    ['hi', 'नमस्ते, अब हम बर्फ की ओर चलते हैं।'],
    ['de', 'Herzlich willkommen zum zweiten Teil.'],
  ])('greets nobody (%s: %s), since the lecture has begun', (language, text) => {
    expect(saying(language, text)).toHaveLength(1);
    expect(saying(language, text, 'cover')).toEqual([]);
  });

  it.each([
    ['en', 'In this lecture we now ask why ice moves at all.'],
    ['en', 'We will look at what the ice leaves behind.'],
    ['hi', 'अब हम देखेंगे कि बर्फ क्यों चलती है।'],
    ['de', 'Heute betrachten wir, warum das Eis fließt.'],
  ])('may say what comes now (%s: %s), since that is what it is for', (language, text) => {
    expect(saying(language, text)).toEqual([]);
  });

  it('has no greeting for a title either', () => {
    const slide = { claim: 'Ice flows', covers: ['flow'], layout: 'bullets', picture: false, passages: [] } as const;
    const answer = {
      title: 'Glaciers',
      subtitle: '',
      slides: [{ ...slide, covers: ['flow'], passages: [], heading: 'How ice moves' }],
      closing: 'Slow rivers',
      sections: [{ title: 'Welcome to our lecture', slides: 1 }],
    };
    const problems = checkOutlineAnswer(answer, { language: 'en', given: 'Glaciers', passages: [] });
    expect(problems.map(({ path, rule }) => `${path} ${rule}`)).toContain('sections[0].title greeting');
  });
});
