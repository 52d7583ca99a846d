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

/**
 * Returns a title as it stands inside a sentence: its first word in lower case when the document itself writes that word
 * so. Names ("Nile", "DNA") keep their capital, because the document never writes them small.
 */
export function lowerTitle(title: string, matter: DocumentMatter): string {
  const first = /^\p{Lu}[\p{Ll}’-]*(?=[\s,:]|$)/u.exec(title)?.[0];
  if (first === undefined) return title;
  const lower = first.toLowerCase();
  const isCommon =
    ARTICLES.test(first) || matter.sentences.some((one) => one.text.split(/[^\p{L}’-]+/u).includes(lower));
  return isCommon ? lower + title.slice(first.length) : title;
}
