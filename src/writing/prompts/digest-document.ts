import { createPassageChooser } from './choose-passages.ts';
import { cutAtSentence } from './cut-at-sentence.ts';
import { estimateTokens } from './estimate-tokens.ts';
import type { NamedPassage } from './name-passages.ts';
import { passageText } from './passage-text.ts';

/** The short names are an enum of the answer's schema; more of them make a server slow. */
const MOST_ENTRIES = 300;
const LEAST_ENTRY_CHARS = 100;
const MOST_ENTRY_CHARS = 900;
const ENTRY_STEP_CHARS = 50;

/** What a model sees of a document at once. */
export interface DocumentDigest {
  /** Headings of the document as "## …", under them one line a passage: "p3: …". */
  readonly text: string;
  readonly passages: readonly NamedPassage[];
}

function entryOf({ name, passage }: NamedPassage, limitChars: number, language: string): string {
  const kind = passage.kind === 'table' || passage.kind === 'quote' ? ` (${passage.kind})` : '';
  return `${name}${kind}: ${cutAtSentence(passageText(passage), limitChars, language)}`;
}

/** Returns passages as lines under the headings that they stand under, each cut to the limit. */
export function listPassages(passages: readonly NamedPassage[], limitChars: number, language: string): string {
  const lines: string[] = [];
  let heading = '';
  for (const named of passages) {
    const path = named.passage.headingPath.join(' > ');
    if (path !== heading && path !== '') lines.push(`## ${path}`);
    heading = path;
    lines.push(entryOf(named, limitChars, language));
  }
  return lines.join('\n');
}

/**
 * Returns a document in so many tokens: all passages where their first sentences fit, each with as much of its text as
 * there is room for; else passages spread over it, the strongest of each stretch.
 */
export function digestDocument(
  passages: readonly NamedPassage[],
  budgetTokens: number,
  language: string,
): DocumentDigest {
  const listed = (chosen: readonly NamedPassage[], limitChars: number): DocumentDigest => ({
    text: listPassages(chosen, limitChars, language),
    passages: chosen,
  });
  const fits = ({ text }: DocumentDigest): boolean => estimateTokens(text) <= budgetTokens;

  const choose = createPassageChooser(passages);
  let count = Math.min(MOST_ENTRIES, passages.length);
  let digest = listed(choose(count), LEAST_ENTRY_CHARS);
  while (!fits(digest) && count > 1) {
    count = Math.max(1, Math.floor(count * Math.min(0.9, budgetTokens / estimateTokens(digest.text))));
    digest = listed(choose(count), LEAST_ENTRY_CHARS);
  }
  for (let limit = LEAST_ENTRY_CHARS; limit <= MOST_ENTRY_CHARS; limit += ENTRY_STEP_CHARS) {
    const longer = listed(digest.passages, limit);
    if (!fits(longer)) break;
    digest = longer;
  }
  return digest;
}
