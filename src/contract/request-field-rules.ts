import { LANGUAGE_CODES } from './languages.ts';
import { THEMES, TOPIC_LIMIT_CHARACTERS, VIDEO_QUALITIES, WRITERS } from './schemas/request.ts';

/** What each field of a request may be: the second half of the sentence that a wrong value gets. */
export const REQUEST_FIELD_RULES = {
  project: 'a name of at most 80 letters, digits, dots, dashes and underscores that begins with a letter or digit',
  source: 'an object such as {"path":"/home/me/notes.md"}',
  base: 'the record of a run, as `lectra resume` gives it, with no other field but project',
  topic: `at most ${TOPIC_LIMIT_CHARACTERS} characters; put a longer text into a document`,
  slides: 'a whole number from 3 to 100',
  minutes: 'a whole number from 1 to 60',
  audience: 'at most 200 characters that say for whom it is',
  tone: 'at most 200 characters that say how it should sound',
  language: oneOf(LANGUAGE_CODES),
  theme: oneOf(THEMES),
  voice: 'the name of a voice',
  speech: oneOf(['auto', 'espeak']),
  rate_percent: 'whole percent from -50 to 50',
  pitch_semitones: 'whole semitones from -6 to 6',
  images: 'a whole number from 0 to 5',
  writer: oneOf(WRITERS),
  model: 'the name of a model, such as llama3.1:8b',
  pull: 'true or false',
  research: 'true or false',
  gate: 'true or false',
  video: 'true or false',
  quality: oneOf(VIDEO_QUALITIES),
  captions: oneOf(['track', 'none']),
  variation: 'a whole number from 0',
} as const;

/** The name of a field of a request. */
export type RequestField = keyof typeof REQUEST_FIELD_RULES;

/** Whether a key is a field of a request. */
export function isRequestField(key: unknown): key is RequestField {
  return typeof key === 'string' && Object.hasOwn(REQUEST_FIELD_RULES, key);
}

/** Whether a request names a model beside the writer that asks none, so that the model would be left out without a word. */
export function isModelUnused(request: {
  readonly writer?: string | undefined;
  readonly model?: string | undefined;
}): boolean {
  return request.writer === 'extractive' && request.model !== undefined;
}

function oneOf(values: readonly string[]): string {
  return values.length < 2 ? `${values[0]}, the only one so far` : `one of ${values.join(', ')}`;
}
