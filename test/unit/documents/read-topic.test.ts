import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LectraError } from '../../../src/contract/errors.ts';
import { readTopic } from '../../../src/documents/read-topic.ts';

function refusalOf(topic: string, language: string | null = null): string {
  try {
    readTopic(topic, language);
  } catch (error) {
    if (error instanceof LectraError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'no refusal';
}

describe('readTopic', () => {
  it.each([
    ['AI in Healthcare', 'AI in Healthcare', 'en'],
    ['<b>Tides</b>\n\nand  currents', 'Tides and currents', 'en'],
    ['## The water cycle', 'The water cycle', 'en'],
    ['\u202Etides\u0000 of the sea\uFEFF', 'tides of the sea', 'en'],
    ['C# and C++, a < b', 'C# and C++, a < b', 'en'],
    ['__init__ in Python', '__init__ in Python', 'en'],
    ['जल चक्र', 'जल चक्र', 'hi'],
    ['Приливы и отливы', 'Приливы и отливы', 'ru'],
    ['Історія України', 'Історія України', 'uk'],
    ['Η ιστορία της Αθήνας', 'Η ιστορία της Αθήνας', 'el'],
    ['Die Geschichte der Eisenbahn und der Straßen', 'Die Geschichte der Eisenbahn und der Straßen', 'de'],
    ['1984', '1984', 'en'],
  ])(
    'reads %j as one plain line in its language, since titles and prompts are made of it',
    (given, topic, language) => {
      expect(readTopic(given, null)).toEqual({ topic, language });
    },
  );

  it('takes the language that the user named before any guess', () => {
    expect(readTopic('Photosynthese', 'de').language).toBe('de');
    expect(readTopic('जल चक्र', 'en').language).toBe('en');
  });

  it.each([
    ['人工智能', 'Chinese'],
    ['人工知能とは', 'Japanese'],
    ['تاريخ الفن', 'Arabic'],
    ['ไทย', 'Thai'],
    ['ქართული ენა', 'another script'],
  ])('refuses %s, which no slide can show, and says which letters it can', (topic, script) => {
    const sentence = `INPUT_INVALID The topic "${topic}" is written in ${script}, which the fonts of the slides cannot draw; word it in Latin, Devanagari, Cyrillic or Greek letters, such as in English.`;
    expect(refusalOf(topic)).toBe(sentence);
    expect(refusalOf(topic, 'en')).toBe(sentence);
  });

  it('refuses a language that no lecture is in, and names the option that says otherwise', () => {
    expect(refusalOf('Lịch sử của Việt Nam và các nước')).toMatch(/^INPUT_INVALID .*in Vietnamese.*--language/u);
    expect(readTopic('Lịch sử của Việt Nam và các nước', 'en').language).toBe('en');
  });

  it.each(['😀😀', '<br>', ' — ', '\u200B'])('refuses %j, which says nothing', (topic) => {
    expect(refusalOf(topic)).toMatch(/^INPUT_INVALID The topic ".*" has neither a letter nor a digit; say /u);
  });

  test('whatever is given ends as one clean line or as one refusal, never as a defect', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (given) => {
        const refusal = refusalOf(given);
        if (refusal !== 'no refusal') return refusal.startsWith('INPUT_INVALID The topic ');
        const { topic } = readTopic(given, null);
        return topic === topic.trim() && !/[\p{Cc}\n]/u.test(topic) && /[\p{L}\p{N}]/u.test(topic);
      }),
    );
  });
});
