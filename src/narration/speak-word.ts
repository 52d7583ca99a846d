import { lookUp } from './look-up.ts';
import { isNumber, nameUnit, speakNumber, type WordContext } from './speak-number.ts';
import type { SpokenVocabulary } from './spoken-vocabulary.ts';

const LEADING_MARKS = /^["'“”„‘’«»([{]+/u;
const TRAILING_MARKS = /["'“”‘’«»)\]}.,;:!?…।॥]+$/u;
const LONE_DASH = /^[-–—―−]+$/u;
const ROMAN = /^(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u;
const ROMAN_AFTER =
  /^(?:Chapter|Part|War|Volume|Book|Act|Phase|Type|Stage|Section|Class|Grade|Level|Title|Figure|Table|Appendix|Article|Apollo|Mark)$/u;
const RULERS =
  /^(?:Louis|Henry|Elizabeth|George|Charles|Edward|William|Philip|Paul|Pius|Napoleon|Richard|James|Frederick|Ramesses|Catherine|Wilhelm|Nicholas|Francis|Alexander)$/u;
const TOP_LEVEL = 'com|org|net|edu|gov|int|io|in|uk|de|fr|eu|dev|ai|app|info';
const URL_PATTERN = new RegExp(
  `^(?:[a-z][a-z+.-]*://(?:[^/@\\s]*@)?|(?=www\\.))([^/:?#]+)|^((?:[\\w-]+\\.)+(?:${TOP_LEVEL}))(?:[/:?#]|$)`,
  'iu',
);

interface WordParts {
  readonly lead: string;
  readonly body: string;
  readonly tail: string;
}

/** Markdown marks off, then the marks around the word apart. */
function splitMarks(written: string): WordParts {
  const link = /^\[?([^\]]*)\]\([^)\s]*\)(.*)$/u.exec(written);
  const plain = (link === null ? written : `${link[1]}${link[2]}`)
    .replace(/\[\d+(?:[,–-]\d+)*\]/gu, '')
    .replace(/<\/?[a-z][^<>]*>/giu, '')
    .replace(/\*\*|__|~~|`/gu, '')
    .replace(/^(?:[*_|•◦▪]|#+(?!\d))+(?=.)|(?<=.)[*_|]+$/gu, '');
  const lead = LEADING_MARKS.exec(plain)?.[0] ?? '';
  const rest = plain.slice(lead.length);
  const tail = TRAILING_MARKS.exec(rest)?.[0] ?? '';
  return { lead, body: rest.slice(0, rest.length - tail.length), tail };
}

function romanToNumber(roman: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };
  const digits = [...roman].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, value, at) => sum + (value < (digits[at + 1] ?? 0) ? -value : value), 0);
}

function speakAddress(body: string, vocabulary: SpokenVocabulary): string | null {
  const mail = /^([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)$/u.exec(body);
  const dotted = (host: string): string => host.replace(/^www\./iu, '').replaceAll('.', ` ${vocabulary.dot} `);
  if (mail !== null) return `${dotted(mail[1] ?? '')} ${vocabulary.at} ${dotted(mail[2] ?? '')}`;
  const match = URL_PATTERN.exec(body);
  return match === null ? null : dotted(match[1] ?? match[2] ?? '');
}

function speakRoman(body: string, { previous, vocabulary }: WordContext): string | null {
  if (!vocabulary.readsYearsInPairs || !ROMAN.test(body)) return null;
  if (ROMAN_AFTER.test(previous)) return String(romanToNumber(body));
  // "Louis XIV", but "Charles I met": a lone I is more often the speaker.
  if (!RULERS.test(previous) || body === 'I') return null;
  const value = romanToNumber(body);
  const ending = value % 10 > 3 || (value > 10 && value < 14) ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `the ${value}${ending}`;
}

/** A unit or a scale word that stands apart from its number: "5 km", "$5 million". */
function speakAfterNumber(body: string, context: WordContext): string | null {
  const { previous, vocabulary } = context;
  const money = /^([$€£¥₹])[\d,.–-]+$/u.exec(previous);
  const currency = lookUp(vocabulary.currencies, money?.[1] ?? '');
  if (currency !== undefined && vocabulary.scaleWords.has(body)) return `${body} ${currency[1]}`;
  const unit = nameUnit(body, vocabulary);
  // Apart from their number these are letters: "Table 5 B".
  if (unit === undefined || /^[xkMB]$/u.test(body)) return null;
  if (vocabulary.scaleWords.has(previous)) return unit[1];
  if (!/^[^\p{L}]*\d[\d,.–-]*$/u.test(previous)) return null;
  return previous === '1' ? unit[0] : unit[1];
}

const withStop = ({ body, tail }: Pick<WordParts, 'body' | 'tail'>): string =>
  `${body}${tail.startsWith('.') ? '.' : ''}`;

/** One of the two words of "z. B.". */
function speakSpaced(
  word: string,
  previous: string,
  next: string,
  { spacedAbbreviations }: SpokenVocabulary,
): string | undefined {
  const asFirst = lookUp(spacedAbbreviations, `${word} ${next}`.toLowerCase());
  return asFirst?.[0] ?? lookUp(spacedAbbreviations, `${previous} ${word}`.toLowerCase())?.[1];
}

/** What no rule claimed: signs inside the word become words, everything that no voice can say goes. */
function speakSigns(body: string, { vocabulary }: WordContext): string {
  let spoken = body
    .replace(/[₀-₉]/gu, (digit) => String(digit.codePointAt(0) === undefined ? '' : '₀₁₂₃₄₅₆₇₈₉'.indexOf(digit)))
    // Engines take "CO2" for a word, "H2O" they spell.
    .replace(
      /^([A-Z]{2,3})(\d{1,2})$/u,
      (_whole, letters: string, digits: string) => `${[...letters].join(' ')} ${digits}`,
    )
    .replace(/^(\p{Lu})&(\p{Lu})$/u, `$1 ${vocabulary.signs['&'] ?? ''} $2`)
    .replace(/->|=>|⟶/gu, ' → ')
    .replace(/(?<=[\p{L}\d])#/gu, ' sharp ');
  for (const [sign, word] of Object.entries(vocabulary.signs)) {
    if (spoken.includes(sign)) spoken = spoken.replaceAll(sign, ` ${word} `);
  }
  return spoken;
}

function speakBody(body: string, context: WordContext): string {
  const { previous, next, vocabulary } = context;
  if (LONE_DASH.test(body)) return isNumber(previous) && isNumber(next) ? vocabulary.to : ',';
  if (body === '*') return isNumber(previous) && isNumber(next) ? (vocabulary.signs['×'] ?? '') : '';
  if (body === '/') return '';
  return (
    speakAddress(body, vocabulary) ??
    speakRoman(body, context) ??
    speakAfterNumber(body, context) ??
    speakNumber(body, context) ??
    speakSigns(body, context)
  );
}

/** Only letters, digits, and the marks that shape a voice; joiners only inside a word. */
const toSayable = (spoken: string, { keptSigns }: SpokenVocabulary): string =>
  spoken
    .replace(/(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])/gu, '')
    .replace(/\p{Extended_Pictographic}/gu, ' ')
    .replace(/(?<=\p{L})[–—―−](?=\p{L})/gu, ', ')
    .replace(/(?!\u200c|\u200d)[^\p{L}\p{M}\p{N}.,;:!?…।॥'’()-]/gu, (sign) => (keptSigns.has(sign) ? sign : ' '))
    .replace(/(?<![\p{L}\p{N}])-|-(?![\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/**
 * Returns what a speech engine is given for the written word at `index` (marks included): no, one or several words,
 * or a bare mark. Depends on that word and its two neighbours alone, so that each written word owns its spoken words.
 */
export function speakWord(written: readonly string[], index: number, vocabulary: SpokenVocabulary): string {
  const { lead, body, tail } = splitMarks(written[index] ?? '');
  const nextParts = splitMarks(written[index + 1] ?? '');
  const previous = splitMarks(written[index - 1] ?? '').body;
  const open = lead.includes('(') ? '(' : '';
  const close = tail.replace(/[^.,;:!?…।॥)]/gu, '');
  const dotted = withStop({ body, tail });
  const abbreviation =
    speakSpaced(dotted, withStop(splitMarks(written[index - 1] ?? '')), withStop(nextParts), vocabulary) ??
    lookUp(vocabulary.abbreviations, dotted.toLowerCase()) ??
    (/^\d/u.test(nextParts.body) ? lookUp(vocabulary.abbreviationsBeforeNumber, dotted.toLowerCase()) : undefined) ??
    (dotted === body ? undefined : lookUp(vocabulary.units, dotted)?.[1]);
  if (abbreviation !== undefined) {
    const isLast = index === written.length - 1;
    const marks = dotted === body || isLast ? close : close.slice(1);
    return toSayable(`${open}${abbreviation}${marks}`, vocabulary);
  }
  const spoken = toSayable(speakBody(body, { previous, next: nextParts.body, vocabulary }), vocabulary);
  return /[\p{L}\p{N}]/u.test(spoken) ? `${open}${spoken}${close}` : `${spoken}${close}`;
}
