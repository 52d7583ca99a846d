/** What a track of the MP4 is called: ISO 639-2/T code and the English name of the language. */
export interface TrackLanguage {
  readonly code: string;
  readonly name: string;
}

const LANGUAGES: ReadonlyMap<string, TrackLanguage> = new Map([
  ['en', { code: 'eng', name: 'English' }],
  ['hi', { code: 'hin', name: 'Hindi' }],
  ['de', { code: 'deu', name: 'German' }],
  ['fr', { code: 'fra', name: 'French' }],
  ['es', { code: 'spa', name: 'Spanish' }],
  ['pt', { code: 'por', name: 'Portuguese' }],
  ['it', { code: 'ita', name: 'Italian' }],
  ['nl', { code: 'nld', name: 'Dutch' }],
  ['sv', { code: 'swe', name: 'Swedish' }],
  ['da', { code: 'dan', name: 'Danish' }],
  ['nb', { code: 'nob', name: 'Norwegian' }],
  ['fi', { code: 'fin', name: 'Finnish' }],
  ['pl', { code: 'pol', name: 'Polish' }],
  ['cs', { code: 'ces', name: 'Czech' }],
  ['ro', { code: 'ron', name: 'Romanian' }],
  ['hu', { code: 'hun', name: 'Hungarian' }],
  ['tr', { code: 'tur', name: 'Turkish' }],
  ['id', { code: 'ind', name: 'Indonesian' }],
  ['ca', { code: 'cat', name: 'Catalan' }],
  ['ru', { code: 'rus', name: 'Russian' }],
  ['uk', { code: 'ukr', name: 'Ukrainian' }],
  ['el', { code: 'ell', name: 'Greek' }],
  ['mr', { code: 'mar', name: 'Marathi' }],
  ['ne', { code: 'nep', name: 'Nepali' }],
]);

/** Returns how to tag tracks in an ISO 639-1 language; "und" (undetermined, as ISO 639-2 has it) for one that is not in the table. */
export function trackLanguage(language: string): TrackLanguage {
  return LANGUAGES.get(language.split('-')[0] ?? '') ?? { code: 'und', name: 'Captions' };
}
