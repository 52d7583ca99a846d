import type { SpokenVocabulary } from './spoken-vocabulary.ts';

/** Said between the ends of a range, "5–10", by ISO 639-1 code. */
const TO: Readonly<Record<string, string>> = {
  de: 'bis',
  fr: 'à',
  es: 'a',
  pt: 'a',
  it: 'a',
  nl: 'tot',
  sv: 'till',
  da: 'til',
  nb: 'til',
  pl: 'do',
  cs: 'až',
  ca: 'a',
  ru: 'до',
  uk: 'до',
  el: 'έως',
  id: 'sampai',
};

const vocabularies = new Map<string, SpokenVocabulary>();

/**
 * Returns the readings of a language without a table of its own: eSpeak NG says its numbers, units and commonest signs
 * by itself, so those stay as they are written; only what it has no word for is left out.
 */
export function generalVocabulary(code: string): SpokenVocabulary {
  const known = vocabularies.get(code);
  if (known !== undefined) return known;
  const vocabulary: SpokenVocabulary = {
    keptSigns: new Set('%‰°€$£₹+=²³'),
    readsYearsInPairs: false,
    signs: {},
    prefixes: {},
    to: TO[code] ?? '–',
    point: ',',
    dot: '.',
    at: '@',
    over: '/',
    per: '/',
    version: '',
    number: '',
    squared: '²',
    cubed: '³',
    toThePowerOf: '',
    minus: '-',
    andAHalf: '½',
    fractions: {},
    units: {},
    currencies: {},
    scales: {},
    scaleWords: new Set(),
    abbreviations: {},
    abbreviationsBeforeNumber: {},
    months: [],
  };
  vocabularies.set(code, vocabulary);
  return vocabulary;
}
