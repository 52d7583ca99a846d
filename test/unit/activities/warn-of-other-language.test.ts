import { expect, test } from 'vitest';
import { warnOfOtherLanguage } from '../../../src/activities/warn-of-other-language.ts';
import type { SourceDocument } from '../../../src/contract/schemas/source-document.ts';

const DOCUMENT: SourceDocument = {
  title: 'Sea',
  subtitle: null,
  name: 'sea.md',
  language: 'hi',
  sections: [],
  passages: [
    {
      id: 'p-1',
      place: '',
      headingPath: [],
      kind: 'paragraph',
      page: null,
      table: null,
      text: 'The sea is salty because the rivers bring the salt of the land to it.',
    },
  ],
};

test('warns of a lecture in Hindi out of English sentences, which nobody translates without a model', () => {
  const [warning, ...more] = warnOfOtherLanguage({ document: DOCUMENT, language: 'hi' }, { model: null });
  expect(warning?.code).toBe('LANGUAGE_MISMATCH');
  expect(warning?.message).toMatch(/^"sea\.md" seems to be written in English, but the lecture is in Hindi: /u);
  expect(more).toEqual([]);
});

test('says nothing where a model writes, where the languages agree, and without a document', () => {
  expect(warnOfOtherLanguage({ document: DOCUMENT, language: 'hi' }, { model: 'llama3.1:8b' })).toEqual([]);
  expect(warnOfOtherLanguage({ document: DOCUMENT, language: 'en' }, { model: null })).toEqual([]);
  expect(warnOfOtherLanguage({ document: null, language: 'hi' }, { model: null })).toEqual([]);
});
