import type { DocumentBlock } from '../blocks/document-block.ts';
import { isShouted, MIN_LETTERS_OF_SHOUT } from './is-shouted.ts';

/** How a document uses capitals: what a heading set in capitals throughout has lost is found in the prose. */
export interface Spelling {
  /** Words by their lower case that the prose never writes small: "gdpr" is "GDPR", "brussels" is "Brussels". */
  readonly asWritten: ReadonlyMap<string, string>;
  /** Whether headings are set in capitals as a habit, so that a short one ("CASES") is no abbreviation. */
  readonly shoutsInHeadings: boolean;
}

const MIN_SHOUTED_HEADINGS = 2;

/** Returns what the prose says about capitals. A word at the head of a sentence says nothing. */
export function readSpelling(blocks: readonly DocumentBlock[]): Spelling {
  const small = new Set<string>();
  const capital = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind === 'heading') continue;
    for (const match of block.text.matchAll(/(?<=[\p{L}\p{N},;] ["'“‘(]?)[\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*/gu)) {
      const [word] = match;
      if (/^\p{Ll}/u.test(word)) small.add(word.toLowerCase());
      else if (/^\p{Lu}/u.test(word)) capital.set(word.toLowerCase(), capital.get(word.toLowerCase()) ?? word);
    }
  }
  const shouted = blocks.filter(
    (block) => block.kind === 'heading' && isShouted(block.text, MIN_LETTERS_OF_SHOUT),
  ).length;
  return {
    asWritten: new Map([...capital].filter(([lower]) => !small.has(lower))),
    shoutsInHeadings: shouted >= MIN_SHOUTED_HEADINGS,
  };
}
