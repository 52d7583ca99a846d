import { eng } from 'stopword';
import type { NumberRead } from './read-numbers.ts';

/** Words that a number numbers: "port 8080", "Article 21", "§ 34". */
const LABEL =
  /(?<![\p{L}\p{M}])(?:§§?|art\.|nr\.|no\.|v|version|release|port|status|code|error|line|level|step|page|chapter|section|part|type|grade|class|phase|stage|layer|article|rule|route|channel|chapitre|étape|niveau|classe|versión|capítulo|artículo|paso|nivel|संस्करण|पोर्ट|अध्याय|कक्षा|भाग|चरण|धारा|अनुच्छेद)\s$/iu;
/** "Windows 11", "ISO 8601". */
const NAME = /(?<before>^|[.!?…:]["”’)]*\s|.)(?<![\p{L}\p{M}\p{N}])(?<word>\p{Lu}[\p{L}\p{M}\p{N}.+#]*)[\s\u00a0]$/u;
const INITIALISM = /^\p{Lu}{2,}$/u;
/** Capitals that name a day, a time or money, and what stands before any number. */
const NO_NAMES: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december januar februar märz mai juni juli oktober dezember ad bc bce ce ca usd eur gbp inr jpy chf rs late early around nearly roughly approximately almost exactly fewer top'.split(
    ' ',
  ),
);
const STOP_WORDS: ReadonlySet<string> = new Set(eng);
const LARGEST_IN_NAME = 999;
const LARGEST_NUMBERED = 65_535;

/** Whether a number is part of a name, so that it counts nothing: a version, a standard, a port, a chapter. */
export function isNumberName({ before, isMeasured, values }: NumberRead, language: string): boolean {
  if (isMeasured) return false;
  const largest = Math.max(...values);
  if (LABEL.test(before)) return largest <= LARGEST_NUMBERED;
  const { before: start = '', word = '' } = NAME.exec(before)?.groups ?? {};
  if (word === '' || NO_NAMES.has(word.toLowerCase())) return false;
  if (INITIALISM.test(word)) return largest <= LARGEST_NUMBERED;
  if (largest > LARGEST_IN_NAME) return false;
  // Any word has a capital at the head of a sentence: "About 50".
  const isHead = before.endsWith(`${word} `) && (start === '' || /[.!?…:]/u.test(start));
  return !isHead || (language === 'en' && !STOP_WORDS.has(word.toLowerCase()));
}
