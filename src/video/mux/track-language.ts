/** What a track of the MP4 is called: ISO 639-2/T code and the English name of the language. */
export interface TrackLanguage {
  readonly code: string;
  readonly name: string;
}

const LANGUAGES: ReadonlyMap<string, TrackLanguage> = new Map([
  ['en', { code: 'eng', name: 'English' }],
  ['hi', { code: 'hin', name: 'Hindi' }],
]);

/** Returns how to tag tracks in an ISO 639-1 language; "und" (undetermined, as ISO 639-2 has it) for one that is not in the table. */
export function trackLanguage(language: string): TrackLanguage {
  return LANGUAGES.get(language.split('-')[0] ?? '') ?? { code: 'und', name: 'Captions' };
}
