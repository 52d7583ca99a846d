import type { DocumentMatter, MatterSentence } from '../matter/document-matter.ts';
import { keyTerms, mayNameThing } from '../topics/key-terms.ts';
import { plainWords } from '../wording/content-stems.ts';

const MAX_KEYWORDS = 3;

/** Returns two or three things that a picture of the slide should show: those of its heading first. Empty if none. */
export function pictureKeywords(
  heading: string,
  sentences: readonly MatterSentence[],
  matter: DocumentMatter,
): string[] {
  const { words } = matter.language;
  const spoken = new Set(sentences.flatMap((one) => one.stems));
  const ofHeading = plainWords(heading).filter((word) => mayNameThing(word, words) && spoken.has(words.stem(word)));
  const keywords: string[] = [];
  const stems = new Set<string>();
  for (const word of [...ofHeading, ...keyTerms(sentences, matter, MAX_KEYWORDS + 1)]) {
    const stem = words.stem(word);
    if (stems.has(stem) || keywords.length === MAX_KEYWORDS) continue;
    stems.add(stem);
    keywords.push(word);
  }
  return keywords;
}
