import type { Passage, SourceDocument } from '../../contract/schemas/source-document.ts';

/** A passage with the short name that a model knows it by. */
export interface NamedPassage {
  /** "p1", "p2" …, by its place in the document: the same in every call of a run. */
  readonly name: string;
  readonly passage: Passage;
}

/** Returns the passages that a lecture can be made of; captions stand for pictures that it does not have. */
export function namePassages({ passages }: Pick<SourceDocument, 'passages'>): readonly NamedPassage[] {
  return passages
    .map((passage, index) => ({ name: `p${index + 1}`, passage }))
    .filter(({ passage }) => passage.kind !== 'caption');
}

/** Returns the passages of a slide with their short names, in reading order; ids that are not there are left out. */
export function passagesOf(document: SourceDocument | null, passageIds: readonly string[]): readonly NamedPassage[] {
  if (document === null) return [];
  const wanted = new Set(passageIds);
  return document.passages
    .map((passage, index) => ({ name: `p${index + 1}`, passage }))
    .filter(({ passage }) => wanted.has(passage.id));
}
