import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../src/contract/schemas/source-document.ts';
import { findOtherLanguage } from '../../../src/documents/find-other-language.ts';

const documentOf = (text: string): SourceDocument => ({
  title: 'T',
  subtitle: null,
  name: 't.md',
  language: 'en',
  sections: [],
  passages: [{ id: 'p-1', place: '', headingPath: [], kind: 'paragraph', page: null, table: null, text }],
});
const ENGLISH = documentOf('The sea is the largest body of water on the Earth, and it is salty because of the rivers.');
const GERMAN = documentOf(
  'Das Meer ist salzig, weil die Flüsse das Salz aus den Steinen lösen und nicht wieder abgeben.',
);
const DANISH = documentOf(
  'Havet er salt, og det er en følge af at vandet fra floderne er med til at føre salt ud i det.',
);
const HINDI = documentOf('समुद्र का पानी खारा होता है क्योंकि नदियाँ नमक को साथ लाती हैं और यह समुद्र में रहता है।');

describe('findOtherLanguage', () => {
  it('names the language of a document that is clearly in another one', () => {
    expect(findOtherLanguage(ENGLISH, 'hi')).toBe('English');
    expect(findOtherLanguage(GERMAN, 'en')).toBe('German');
    expect(findOtherLanguage(HINDI, 'en')).toBe('Hindi');
  });

  it('says nothing when the document is in the language, or in a near relative that shares its common words', () => {
    expect(findOtherLanguage(ENGLISH, 'en')).toBeNull();
    expect(findOtherLanguage(HINDI, 'hi')).toBeNull();
    expect(findOtherLanguage(DANISH, 'da')).toBeNull();
    expect(findOtherLanguage(DANISH, 'nb')).toBeNull();
  });
});
