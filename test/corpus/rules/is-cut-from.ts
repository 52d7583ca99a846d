import type { SourceDocument } from '../../../src/contract/schemas/source-document.ts';
import { wordsOf } from './words-of.ts';

/** Words that may be added: what joins list items, and what links sentences that did not stand together. */
const JOINING = new Set(['and', 'or', 'और', 'या', 'und', 'oder']);

const passageWords = new WeakMap<SourceDocument, string[][]>();

/** The words of each passage, a table's head and caption before its cells. */
function wordsOfPassages(document: SourceDocument): string[][] {
  const known = passageWords.get(document);
  if (known !== undefined) return known;
  const words = document.passages.map(({ table, text }) =>
    wordsOf([table?.caption, table?.header?.join(' '), text].filter((part) => part !== undefined).join(' ')),
  );
  passageWords.set(document, words);
  return words;
}

/** Whether `wanted` stands in `found` in order, with at most `maxLeftOut` other words in between. */
function standsIn(wanted: readonly string[], found: readonly string[], maxLeftOut: number): boolean {
  return found.some((word, start) => {
    if (word !== wanted[0]) return false;
    let at = 0;
    for (let index = start; index < found.length && index < start + wanted.length + maxLeftOut; index += 1) {
      if (found[index] === wanted[at]) at += 1;
      else if (JOINING.has(wanted[at] ?? '') && found[index] === wanted[at + 1]) at += 2;
    }
    return at === wanted.length;
  });
}

/** Whether a text is made of the words of one passage, in their order. */
export function isCutFrom(text: string, document: SourceDocument, maxLeftOut: number): boolean {
  const wanted = wordsOf(text);
  return wordsOfPassages(document).some((found) => standsIn(wanted, found, maxLeftOut));
}
