import { describe, expect, test } from 'vitest';
import { createGeneralLanguage } from '../../../../src/writing/extractive/languages/create-general-language.ts';

describe('createGeneralLanguage', () => {
  test.each([
    ['de', 'Dadurch steigt der Druck.', true],
    ['de', 'Dieselmotoren brauchen Luft.', false],
    ['fr', 'Elle descend dans la vallée.', true],
    ['fr', 'Celsius mesurait la température.', false],
    ['es', 'Sin embargo, el hielo se funde.', true],
    ['es', 'Susana mide el hielo.', false],
  ])('%s: knows whether "%s" leans on the sentence before it', (code, sentence, leans) => {
    expect(createGeneralLanguage(code)?.links.leansOnOthers(sentence)).toBe(leans);
  });

  test('joins the inflections of a word by its first letters', () => {
    const german = createGeneralLanguage('de');
    expect(german?.words.stem('gletschers')).toBe(german?.words.stem('gletscher'));
  });

  test('lists titles after a noun, so that no grammar can go wrong', () => {
    const phrases = createGeneralLanguage('de')?.phrases;
    expect(phrases?.speakOfTitles('lecture', ['Eis', 'Bewegung', 'Rückgang'], (titles) => [...titles])).toBe(
      'Themen: Eis, Bewegung und Rückgang.',
    );
  });

  test('knows nothing of a language outside of its table', () => {
    expect(createGeneralLanguage('ja')).toBeNull();
  });
});
