import { eng } from 'stopword';
import type { NumberRead } from './read-numbers.ts';

/** Words that a number numbers: "Article 21", "§ 34". By language. */
const LABELS = {
  signs: '§ §§ art. nr. no. v',
  en: 'article chapter channel class grade layer level line page part phase release route rule section stage step type version',
  hi: 'अध्याय अनुच्छेद कक्षा चरण धारा भाग संस्करण',
  de: 'absatz abschnitt artikel ebene kapitel klasse linie paragraf regel schritt seite stufe teil typ zeile',
  fr: 'chapitre classe étape niveau',
  es: 'artículo capítulo nivel paso versión',
} as const;
/** What has numbers of four digits and more. After any other word four digits may be a year. */
const LARGE_LABELS = {
  signs: '§ §§',
  en: 'code error port status',
  hi: 'पोर्ट',
  de: 'fehler',
} as const;
/** Standards, in capitals alone: "en 1947" is a year in Spanish. */
const STANDARDS: ReadonlySet<string> = new Set('ANSI DIN ECMA EN HTTP IEC IEEE ISO PEP RFC'.split(' '));
/** The word right before a number; a sign may touch it. */
const LABELLED = /(?<![\p{L}\p{M}])(?:(?<sign>§§?)\s?|(?<label>[\p{L}\p{M}]+\.?)\s)$/u;
/** "Windows 11", "Apollo 11", at the head of a sentence or within it. */
const NAME = /(?<before>^|[.!?…:]["”’)]*\s|.)(?<![\p{L}\p{M}\p{N}])(?<word>\p{Lu}[\p{L}\p{M}\p{N}.+#]*)[\s\u00a0]$/u;
const INITIALISM = /^\p{Lu}{2,}$/u;
/** Capitals that name a day, a time or money, and what stands before any number. */
const NO_NAMES: ReadonlySet<string> = setOf({
  times: 'year years jahr jahre jahren ad bc bce ce ca late early',
  en: 'january february march april may june july august september october november december',
  de: 'januar februar märz mai juni juli oktober dezember',
  money: 'usd eur gbp inr jpy chf rs',
  amounts: 'around nearly roughly approximately almost exactly fewer top',
});
const STOP_WORDS: ReadonlySet<string> = new Set(eng);
const LARGEST_IN_NAME = 999;
const LARGEST_NUMBERED = 65_535;

const ALL_LABELS = setOf(LABELS);
const ALL_LARGE_LABELS = setOf(LARGE_LABELS);
/** What is counted or measured, whatever stands before: "Paris 300 years ago". */
const COUNTED: ReadonlySet<string> = setOf({
  en: 'year years month months week weeks day days hour hours minute minutes times people species jobs countries miles kilometres kilometers metres meters feet tons tonnes degrees',
  de: 'jahr jahre jahren monate monaten wochen tage tagen stunden minuten menschen arten länder ländern kilometer kilometern meter metern tonnen grad',
  hi: 'साल वर्ष महीने दिन घंटे मिनट बार लोग लोगों प्रजातियाँ देश किलोमीटर मीटर',
});

/** Whether a number is part of a name, so that it counts nothing: a version, a standard, a port, a chapter. */
export function isNumberName({ after, before, isMeasured, values }: NumberRead, language: string): boolean {
  if (isMeasured) return false;
  const largest = Math.max(...values);
  const { sign, label = sign ?? '' } = LABELLED.exec(before)?.groups ?? {};
  const inLowerCase = label.toLowerCase();
  if (STANDARDS.has(label) || ALL_LARGE_LABELS.has(inLowerCase)) return largest <= LARGEST_NUMBERED;
  if (largest > LARGEST_IN_NAME) return false;
  if (ALL_LABELS.has(inLowerCase)) return true;
  const counted = /^\s(?<word>[\p{L}\p{M}]+)/u.exec(after)?.groups?.word ?? '';
  if (COUNTED.has(counted.toLowerCase())) return false;
  const { before: start = '', word = '' } = NAME.exec(before)?.groups ?? {};
  if (word === '' || NO_NAMES.has(word.toLowerCase())) return false;
  // Any word has a capital at the head of a sentence: "About 50". Initials have theirs anywhere.
  const isHead = before.endsWith(`${word} `) && (start === '' || /[.!?…:]/u.test(start));
  return !isHead || INITIALISM.test(word) || (language === 'en' && !STOP_WORDS.has(word.toLowerCase()));
}

function setOf(lists: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(Object.values(lists).flatMap((list) => list.split(' ')));
}
