import type { TypographyRules } from '../writing-language.ts';

const UNITS =
  '(?:%|°[CF]?|[kcm]?m[²³]?|k?g|प्रतिशत|फ़ीसदी|फीसदी|किमी|किलोमीटर|मीटर|सेमी|मिमी|किग्रा|किलोग्राम|ग्राम|टन|लीटर|डिग्री|वर्ग|घन|हज़ार|हजार|लाख|करोड़|अरब|खरब|वर्ष|' +
  'वर्षों|साल|सालों|दिन|दिनों|महीने|महीनों|घंटे|घंटों|मिनट|सेकंड|रुपये|रुपए|जनवरी|फ़रवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर)';
const NUMBER_AND_UNIT = new RegExp(`(?<=\\p{N}) (?=${UNITS}(?![\\p{L}\\p{M}\\p{N}]))`, 'gu');
const TITLE_AND_NAME = /(?<=(?<![\p{L}\p{M}])(?:डॉ|प्रो|पं|श्री|सुश्री)\.?) (?=[\p{L}])/gu;

const listWords = (words: readonly string[]): string => {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} और ${last}`;
};

/** Slides show Western digits, as Indian screens do; narration keeps those of the source. */
const toWesternDigits = (text: string): string =>
  text.replace(/[०-९]/gu, (digit) => String((digit.codePointAt(0) ?? 0x966) - 0x966));

export const HINDI_TYPOGRAPHY: TypographyRules = {
  fullStop: '।',
  quotes: ['“', '”', '‘', '’'],
  listWords,
  lowerItem: (item) => item,
  isList: (item) => /,.*\sऔर\s/u.test(item),
  joinUnits: (text) => toWesternDigits(text).replace(NUMBER_AND_UNIT, '\u00A0').replace(TITLE_AND_NAME, '\u00A0'),
};
