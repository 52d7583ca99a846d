import type { DocumentMatter } from '../matter/document-matter.ts';

/** Returns how telling a stem is in this document: ln(1 + sentences / sentences with it), as in tf-idf. */
export function weighStems(matter: DocumentMatter): (stem: string) => number {
  const count = matter.sentences.length;
  return (stem) => Math.log(1 + count / (matter.frequencyOfStem.get(stem) ?? 1));
}

/** Cosine of two sets of stems under those weights, 0 to 1. Stems are sorted and without repeats. */
export function likeness(a: readonly string[], b: readonly string[], weight: (stem: string) => number): number {
  const square = (stems: readonly string[]): number => stems.reduce((sum, stem) => sum + weight(stem) ** 2, 0);
  const common = a.filter((stem) => b.includes(stem));
  if (common.length === 0) return 0;
  const shared = square(common);
  return shared === 0 ? 0 : shared / Math.sqrt(square(a) * square(b));
}
