import { stemmer } from 'stemmer';
import type { DocumentMatter } from '../matter/document-matter.ts';

const USUAL_HEADING_WORDS = new Set(
  (
    'a an the how why what when where who which our your their its in on at of for from to with and more some all using getting other ' +
    'introduction background overview history causes effects results methods materials discussion conclusion conclusions summary ' +
    'definition definitions types kinds forms uses examples benefits advantages disadvantages risks problems solutions challenges ' +
    'sources origins structure function functions process steps principles theory practice applications limitations future context ' +
    'goals aims questions answers evidence measures costs findings outlook'
  ).split(' '),
);

/** Endings that names of people and places hardly ever have. */
const WORD_OF_NO_NAME = /(?:[ts]ions?|ments?|ness|ity|isms?|ology|tive|ous)$/u;

/**
 * Returns a title as it stands inside a sentence: its first word in lower case when the document itself writes that word
 * so. Names ("Nile", "DNA") keep their capital, because the document never writes them small.
 */
function lowerTitle(title: string, matter: DocumentMatter): string {
  const first = /^\p{Lu}[\p{Ll}’-]*(?=[\s,:]|$)/u.exec(title)?.[0];
  if (first === undefined) return title;
  const lower = first.toLowerCase();
  const isCommon =
    USUAL_HEADING_WORDS.has(lower) || WORD_OF_NO_NAME.test(lower) || matter.smallStems.has(stemmer(lower));
  return isCommon ? lower + title.slice(first.length) : title;
}

/** Returns titles as they stand in one list: all in lower case, or all as written when one of them may be a name. */
export function lowerTitles(titles: readonly string[], matter: DocumentMatter): string[] {
  const lowered = titles.map((title) => lowerTitle(title, matter));
  const mayBeName = lowered.some((title) => /^\p{Lu}\p{Ll}/u.test(title));
  return mayBeName ? [...titles] : lowered;
}
