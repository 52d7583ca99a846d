import { createHash } from 'node:crypto';
import type { Passage, Section } from '../../contract/schemas/source-document.ts';
import type { DocumentBlock } from '../blocks/document-block.ts';
import { cutLongBlock } from './cut-long-block.ts';
import { placeNamesOf } from './place-names.ts';

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** Collects passages and sections in reading order; ids depend on the text alone, so a moved section keeps them. */
export function collectMatter(
  body: readonly DocumentBlock[],
  title: string,
  language: string,
): { sections: Section[]; passages: Passage[] } {
  const names = placeNamesOf(language);
  const passages: Passage[] = [];
  const sections: Section[] = [];
  const path: { level: number; title: string }[] = [];
  const usesOfHash = new Map<string, number>();
  const countsByKind = new Map<string, number>();
  for (const block of body) {
    if (block.kind === 'heading') {
      while ((path.at(-1)?.level ?? 0) >= block.level) path.pop();
      path.push({ level: block.level, title: block.text });
      sections.push({
        level: block.level,
        title: block.text,
        headingPath: path.map((entry) => entry.title),
        passageIds: [],
      });
      countsByKind.clear();
      continue;
    }
    for (const { text, table } of cutLongBlock(block)) {
      const hash = shortHash(text);
      const use = (usesOfHash.get(hash) ?? 0) + 1;
      usesOfHash.set(hash, use);
      const number = (countsByKind.get(block.kind) ?? 0) + 1;
      countsByKind.set(block.kind, number);
      const page = block.page ?? null;
      const passage: Passage = {
        id: use === 1 ? `p-${hash}` : `p-${hash}-${use}`,
        place:
          page === null
            ? `${path.at(-1)?.title ?? title}, ${names.ordinal(block.kind, number)}`
            : [...path.slice(-1).map((entry) => entry.title), names.page(page)].join(', '),
        headingPath: path.map((entry) => entry.title),
        kind: block.kind,
        page,
        table,
        text,
      };
      passages.push(passage);
      if (path.length > 0) sections.at(-1)?.passageIds.push(passage.id);
    }
  }
  return { sections, passages };
}
