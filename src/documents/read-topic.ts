import { InputError } from '../contract/errors.ts';
import { LANGUAGE_CODES, LANGUAGES, type LanguageCode } from '../contract/languages.ts';
import { cleanSource } from './cleaning/clean-source.ts';
import { isInOtherScript } from './language/document-language.ts';
import { guessLanguage } from './language/guess-language.ts';

/** A topic as a lecture takes it. */
export interface ReadTopic {
  /** One line without markup and control characters; never empty. */
  readonly topic: string;
  /** ISO 639-1: the wanted one, else that of its script, else what its words say, else English. */
  readonly language: string;
}

const SHOWN_CHARACTERS = 60;
const MARKUP = /<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/giu;
const MARKDOWN_EDGE = /^(?:#{1,6}\s+|>\s+|[*+-]\s+|\d{1,3}[.)]\s+)|\*{2,}|`/gu;
/** Letters that Ukrainian has and Russian has not; a topic is too short to be told by its words. */
const UKRAINIAN = /[іїєґ]/iu;

function languageOf(topic: string, guess: string): LanguageCode | null {
  if (guess === LANGUAGES.ru && UKRAINIAN.test(topic)) return 'uk';
  return LANGUAGE_CODES.find((code) => LANGUAGES[code] === guess) ?? null;
}

const shown = (topic: string): string =>
  topic.length <= SHOWN_CHARACTERS ? topic : `${topic.slice(0, SHOWN_CHARACTERS - 1)}…`;

/**
 * Reads the words that somebody gave as a topic. `wanted` is the language that the user named, or null. Throws
 * INPUT_INVALID for a topic without a letter, in a script that no slide can show, or in a language of no lecture.
 */
export function readTopic(given: string, wanted: string | null): ReadTopic {
  const topic = cleanSource(given.replace(MARKUP, ' ')).replace(/\s+/gu, ' ').trim().replace(MARKDOWN_EDGE, '').trim();
  if (!/[\p{L}\p{N}]/u.test(topic)) {
    throw invalid(
      `The topic "${shown(given.trim())}" has neither a letter nor a digit; say in a few words what the lecture is about.`,
    );
  }
  const guess = guessLanguage(topic);
  if (isInOtherScript(topic)) {
    const written = guess === 'English' || guess.startsWith('a language') ? 'another script' : guess;
    throw invalid(
      `The topic "${shown(topic)}" is written in ${written}, which the fonts of the slides cannot draw; word it in Latin, Devanagari, Cyrillic or Greek letters, such as in English.`,
    );
  }
  const language = wanted ?? languageOf(topic, guess);
  if (language !== null) return { topic, language };
  throw invalid(
    `The topic "${shown(topic)}" seems to be in ${guess}, in which no lecture can be spoken or drawn; name the language of the lecture with --language, such as --language en.`,
  );
}

function invalid(message: string): InputError {
  return new InputError('INPUT_INVALID', message);
}
