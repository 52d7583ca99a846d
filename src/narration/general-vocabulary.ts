import { GERMAN_READINGS } from './german-readings.ts';
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

/** Signs that the voice passes over, although a law means nothing without them. */
const PARAGRAPH: Readonly<Record<string, string>> = {
  nl: 'paragraaf',
  da: 'paragraf',
  nb: 'paragraf',
  sv: 'paragraf',
  cs: 'paragraf',
  pl: 'paragraf',
  fi: 'pykälä',
};

const vocabularies = new Map<string, SpokenVocabulary>();

/**
 * Returns the readings of a language without a table of its own: eSpeak NG says its numbers, units and commonest signs
 * by itself, so those stay as they are written; only what it has no word for is left out.
 */
export function generalVocabulary(code: string): SpokenVocabulary {
  const known = vocabularies.get(code);
  if (known !== undefined) return known;
  const paragraph = PARAGRAPH[code];
  const vocabulary: SpokenVocabulary = {
    keptSigns: new Set('%‰°€$£₹+=²³'),
    readsYearsInPairs: false,
    signs: paragraph === undefined ? {} : { '§': paragraph },
    prefixes: paragraph === undefined ? {} : { '§': { before: paragraph, after: '' } },
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
    spacedAbbreviations: {},
    months: [],
    ...(code === 'de' ? GERMAN_READINGS : {}),
  };
  vocabularies.set(code, vocabulary);
  return vocabulary;
}
