import { InputError } from '../../contract/errors.ts';
import type { Voice } from '../speech-engine.ts';

interface EspeakVoice extends Voice {
  /** Identifier of the voice file in the engine's data, with a variant after the plus sign. */
  readonly identifier: string;
}

const bothVoices = (language: string, name: string, identifier: string): EspeakVoice[] => [
  { id: language, language, name: `${name}, male`, identifier },
  { id: `${language}-female`, language, name: `${name}, female`, identifier: `${identifier}+f3` },
];

/** The first voice of a language is its default: the plain formants that the rules of the engine were tuned with. */
const ESPEAK_VOICES: readonly EspeakVoice[] = [
  { id: 'en-US', language: 'en-US', name: 'American English, male', identifier: 'gmw/en-US' },
  { id: 'en-US-female', language: 'en-US', name: 'American English, female', identifier: 'gmw/en-US+f3' },
  { id: 'en-GB', language: 'en-GB', name: 'British English, male', identifier: 'gmw/en-GB-x-rp' },
  { id: 'en-GB-female', language: 'en-GB', name: 'British English, female', identifier: 'gmw/en-GB-x-rp+f3' },
  { id: 'hi-IN', language: 'hi-IN', name: 'Hindi, male', identifier: 'inc/hi' },
  { id: 'hi-IN-female', language: 'hi-IN', name: 'Hindi, female', identifier: 'inc/hi+f3' },
  ...bothVoices('de-DE', 'German', 'gmw/de'),
  ...bothVoices('fr-FR', 'French', 'roa/fr'),
  ...bothVoices('es-ES', 'Spanish', 'roa/es'),
  ...bothVoices('pt-PT', 'Portuguese', 'roa/pt'),
  ...bothVoices('pt-BR', 'Brazilian Portuguese', 'roa/pt-BR'),
  ...bothVoices('it-IT', 'Italian', 'roa/it'),
  ...bothVoices('nl-NL', 'Dutch', 'gmw/nl'),
  ...bothVoices('sv-SE', 'Swedish', 'gmq/sv'),
  ...bothVoices('da-DK', 'Danish', 'gmq/da'),
  ...bothVoices('nb-NO', 'Norwegian', 'gmq/nb'),
  ...bothVoices('fi-FI', 'Finnish', 'urj/fi'),
  ...bothVoices('pl-PL', 'Polish', 'zlw/pl'),
  ...bothVoices('cs-CZ', 'Czech', 'zlw/cs'),
  ...bothVoices('ro-RO', 'Romanian', 'roa/ro'),
  ...bothVoices('hu-HU', 'Hungarian', 'urj/hu'),
  ...bothVoices('tr-TR', 'Turkish', 'trk/tr'),
  ...bothVoices('id-ID', 'Indonesian', 'poz/id'),
  ...bothVoices('ca-ES', 'Catalan', 'roa/ca'),
  ...bothVoices('ru-RU', 'Russian', 'zle/ru'),
  ...bothVoices('uk-UA', 'Ukrainian', 'zle/uk'),
  ...bothVoices('el-GR', 'Greek', 'grk/el'),
  ...bothVoices('mr-IN', 'Marathi', 'inc/mr'),
  ...bothVoices('ne-NP', 'Nepali', 'inc/ne'),
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
