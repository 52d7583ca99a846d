import type { DocumentBlock } from '../blocks/document-block.ts';

const lengthOf = (blocks: readonly DocumentBlock[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** Sections of the highest level, the lead first. */
function toSections(blocks: readonly DocumentBlock[]): DocumentBlock[][] {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  const highest = Math.min(...levels);
  const sections: DocumentBlock[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === highest) sections.push([]);
    sections.at(-1)?.push(block);
  }
  return sections.filter((section) => section.length > 0);
}

function keepWhile<Item>(items: readonly Item[], lengthOfItem: (item: Item) => number, limit: number): Item[] {
  let total = 0;
  const end = items.findIndex((item) => {
    total += lengthOfItem(item);
    return total > limit;
  });
  return end === -1 ? [...items] : items.slice(0, end);
}

/** Returns the beginning of an article, at most `limitChars` long: whole sections, or whole blocks when the first is too long. */
export function keepWholeSections(blocks: readonly DocumentBlock[], limitChars: number): DocumentBlock[] {
  const kept = keepWhile(toSections(blocks), lengthOf, limitChars).flat();
  return kept.length > 0 ? kept : keepWhile(blocks, ({ text }) => text.length, limitChars);
}
