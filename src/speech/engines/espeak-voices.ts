import { InputError } from '../../contract/errors.ts';
import type { Voice } from '../speech-engine.ts';

interface EspeakVoice extends Voice {
  /** Identifier of the voice file in the engine's data, with a variant after the plus sign. */
  readonly identifier: string;
}

/** The first voice of a language is its default: the plain formants that the rules of the engine were tuned with. */
const ESPEAK_VOICES: readonly EspeakVoice[] = [
  { id: 'en-US', language: 'en-US', name: 'American English, male', identifier: 'gmw/en-US' },
  { id: 'en-US-female', language: 'en-US', name: 'American English, female', identifier: 'gmw/en-US+f3' },
  { id: 'en-GB', language: 'en-GB', name: 'British English, male', identifier: 'gmw/en-GB-x-rp' },
  { id: 'en-GB-female', language: 'en-GB', name: 'British English, female', identifier: 'gmw/en-GB-x-rp+f3' },
  { id: 'hi-IN', language: 'hi-IN', name: 'Hindi, male', identifier: 'inc/hi' },
  { id: 'hi-IN-female', language: 'hi-IN', name: 'Hindi, female', identifier: 'inc/hi+f3' },
];

/** Voices of a BCP 47 language, those of its region first. "en" and "en-AU" list all English voices. */
export function listEspeakVoices(language: string): readonly Voice[] {
  const wanted = language.toLowerCase();
  const [primary] = wanted.split('-');
  const ofLanguage = ESPEAK_VOICES.filter((voice) => voice.language.split('-')[0] === primary);
  const isExact = (voice: EspeakVoice): boolean => voice.language.toLowerCase() === wanted;
  return [...ofLanguage.filter(isExact), ...ofLanguage.filter((voice) => !isExact(voice))].map(
    ({ id, language, name }) => ({ id, language, name }),
  );
}

/**
 * The engine's own identifier of a voice. Throws VOICE_UNKNOWN with all voices: the engine itself would silently go on
 * with the voice of the call before.
 */
export function resolveEspeakVoice(id: string): string {
  const voice = ESPEAK_VOICES.find((candidate) => candidate.id === id);
  if (voice !== undefined) return voice.identifier;
  const ids = ESPEAK_VOICES.map((candidate) => candidate.id).join(', ');
  throw new InputError('VOICE_UNKNOWN', `The speech engine espeak has no voice "${id}"; choose one of ${ids}.`);
}
