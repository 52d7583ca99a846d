import { expect, test } from 'vitest';
import { LANGUAGE_CODES, LANGUAGES } from '../../../../src/contract/languages.ts';
import { findUndrawableCharacters } from '../../../../src/frames/find-undrawable.ts';
import { listEspeakVoices } from '../../../../src/speech/engines/espeak-voices.ts';
import { findWritingLanguage } from '../../../../src/writing/extractive/languages/find-writing-language.ts';

/** The letters of an alphabet, as CLDR has them for the languages that are not written in plain Latin alone. */
const LETTERS: Readonly<Record<string, string>> = {
  hi: 'अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह़ािीुूृेैोौ्ंँः०१२३४५६७८९।॥',
  mr: 'अआइईउऊऋएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसहळऱॅॉ',
  ne: 'अआइईउऊऋएऐओऔकखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह',
  de: 'äöüßÄÖÜ„“',
  fr: 'àâæçéèêëîïôœùûüÿ«»',
  es: 'áéíñóúü¿¡',
  pt: 'áàâãçéêíóôõúü',
  it: 'àèéìòù',
  nl: 'áäéëíïóöúü',
  sv: 'åäöé',
  da: 'æøå',
  nb: 'æøå',
  fi: 'åäöšž',
  pl: 'ąćęłńóśźż',
  cs: 'áčďéěíňóřšťúůýž',
  ro: 'ăâîșț',
  hu: 'áéíóöőúüű',
  tr: 'âçğıİîöşü',
  ca: 'àçéèíïóòúü·',
  ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  el: 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ',
};

test.each(LANGUAGE_CODES)(
  '%s has a voice, letters in the fonts, and a writer, since the list promises all three',
  (code) => {
    expect(listEspeakVoices(code).length).toBeGreaterThan(0);
    expect(findUndrawableCharacters(`${LETTERS[code] ?? ''}abcxyz`)).toEqual([]);
    expect(findWritingLanguage(code)?.code).toBe(code);
  },
);

test('every code is the one that ICU gives the name to', () => {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  expect(LANGUAGE_CODES.map((code) => names.of(code)?.replace(' Bokmål', ''))).toEqual(
    LANGUAGE_CODES.map((code) => LANGUAGES[code]),
  );
});
