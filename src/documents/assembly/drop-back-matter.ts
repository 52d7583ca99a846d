import type { DocumentBlock } from '../blocks/document-block.ts';

/** Titles of parts that list other texts or the parts of this one, whatever number stands before them. */
const BACK_MATTER =
  /^(?:\p{N}+[.)]?\s+)?(?:references|bibliography|works cited|literature cited|table of contents|contents|literatur(?:verzeichnis)?|quellenverzeichnis|inhalt(?:sverzeichnis)?|bibliographie|références|table des matières|bibliografía|referencias|संदर्भ|सन्दर्भ|संदर्भ ग्रंथ|विषय[- ]सूची)$/iu;
/** A title that stands above more than this share of the text is no title of a list. */
const MAX_SHARE = 0.5;

const lengthOf = (blocks: readonly DocumentBlock[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** Returns the blocks without lists of references and tables of contents: from such a heading to the next of its level. */
export function dropBackMatter(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  let droppedLevel: number | null = null;
  const kept = blocks.filter((block, index) => {
    if (block.kind === 'heading') {
      if (droppedLevel !== null && block.level <= droppedLevel) droppedLevel = null;
      const isList = index > 0 && BACK_MATTER.test(block.text.trim());
      if (droppedLevel === null && isList) droppedLevel = block.level;
    }
    return droppedLevel === null;
  });
  return lengthOf(kept) < lengthOf(blocks) * (1 - MAX_SHARE) ? blocks : kept;
}
