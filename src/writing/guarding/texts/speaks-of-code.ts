/** Words that only a lecture about code has, in lower case; "*" stands for any ending. */
const WORDS = {
  names:
    'bash css docker git github graphql html http java javascript json jsx kotlin kubernetes linux markdown npm php powershell python sql svg typescript unix xml yaml',
  en: 'api apis coding compiler* database* programmer* programming regex software spreadsheet*',
  hi: 'प्रोग्रामिंग* सॉफ़्टवेयर* सॉफ्टवेयर* कोडिंग* डेटाबेस*',
  de: 'programmier* software* datenbank* quelltext* quellcode*',
  fr: 'programmation logiciel*',
  es: 'programación software*',
} as const;
const PHRASES =
  /\b(?:command[ -]line|regular expressions?|source code|(?:app|web) ?(?:apps?|develop(?:ers?|ment)|pages?|servers?|sites?))\b/iu;
/** Names with signs; and the one that is rubber in lower case. */
const SIGNED = /(?<![\p{L}\p{N}])(?:C\+\+|[CF]#|\.NET|[Nn]ode\.js|LaTeX)(?![\p{L}\p{N}])/u;

const patterns = Object.values(WORDS).flatMap((list) => list.split(' '));
const known = new Set(patterns.filter((pattern) => !pattern.endsWith('*')));
const stems = patterns.filter((pattern) => pattern.endsWith('*')).map((pattern) => pattern.slice(0, -1));

/**
 * Whether a lecture is about code, by what its user said and its outline holds. Braces, tags, flags such as "-u" and words
 * such as "placeholder" or "type string" are matter there, and slips of a model everywhere else.
 */
export function speaksOfCode(given: string): boolean {
  if (PHRASES.test(given) || SIGNED.test(given)) return true;
  const words =
    given
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.some((word) => known.has(word) || stems.some((stem) => word.startsWith(stem)));
}
