import { stemmer } from 'stemmer';

const USUAL_HEADING_WORDS = new Set(
  (
    'a an the how why what when where who which our your their its in on at of for from to with and more some all using getting other ' +
    'introduction background overview history causes effects results methods materials discussion conclusion conclusions summary ' +
    'definition definitions types kinds forms uses examples benefits advantages disadvantages risks problems solutions challenges ' +
    'sources origins structure function functions process steps principles theory practice applications limitations future context ' +
    'goals aims questions answers evidence measures costs findings outlook key open next general related further recent main early late modern ' +
    'basic case cases common new old first last final practical recommendation recommendations tips options ingredients'
  ).split(' '),
);

/** A one-letter word at the start is an article, and what follows it decides. */
const ARTICLE = /^A\s+(?=\p{L})/u;

/** Endings that names of people and places hardly ever have. */
const WORD_OF_NO_NAME = /(?:[ts]ions?|ments?|ness|ity|isms?|ology|tive|ous)$/u;

/**
 * Returns a title as it stands inside a sentence: its first word in lower case when the document itself writes that word
 * so, and all words of a Title Like This. Names ("Nile", "DNA") keep their capital, because the document never writes
 * them small.
 */
function lowerTitle(title: string, smallStems: ReadonlySet<string>): string {
  if (ARTICLE.test(title)) return `a ${lowerTitle(title.replace(ARTICLE, ''), smallStems)}`;
  const isCommon = (word: string): boolean => {
    const lower = word.toLowerCase();
    return USUAL_HEADING_WORDS.has(lower) || WORD_OF_NO_NAME.test(lower) || smallStems.has(stemmer(lower));
  };
  const [first = '', ...others] = title.match(/(?<![\p{L}\p{N}’-])\p{Lu}\p{Ll}[\p{Ll}’-]*(?=[\s,:]|$)/gu) ?? [];
  if (!title.startsWith(first) || first === '' || !isCommon(first)) return title;
  const common = others.filter(isCommon);
  // "All Hands", "New York": two capitals in a row may be a name.
  if (common.length === 0 && others[0] !== undefined && /^\S+ (?:& )?\p{Lu}/u.test(title)) return title;
  if (common.length === 0) return first.toLowerCase() + title.slice(first.length);
  // "Profit Sharing in New York": which capitals are the title's and which the name's is not to be known.
  if (common.length < others.length) return title;
  return title.replace(/\p{Lu}(?=\p{Ll}[\p{Ll}’-]*(?:[\s,:]|$))/gu, (letter) => letter.toLowerCase());
}

/** Returns titles as they stand in one list: all in lower case, or all as written when one of them may be a name. */
export function lowerTitles(titles: readonly string[], smallStems: ReadonlySet<string>): string[] {
  const lowered = titles.map((title) => lowerTitle(title, smallStems));
  const mayBeName = lowered.some((title) => /^(?:a )?\p{Lu}\p{Ll}/u.test(title));
  return mayBeName ? [...titles] : lowered;
}
