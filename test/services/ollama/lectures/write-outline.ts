import type { LectureQuestion } from './lecture-question.ts';
import { boundsOf, choicesOf, itemsOf, propertiesOf } from './schema-parts.ts';
import type { WordMill } from './word-mill.ts';

/** Layouts that need nothing but words, by turns. */
const LAYOUTS = ['bullets', 'bullets', 'definition', 'bullets', 'table'] as const;

/** Most passages that one slide is given. */
const MOST_PASSAGES = 8;

/** Plans a lecture: as many slides as asked for, each about other things and with its own share of the passages. */
export function writeOutline({ properties }: LectureQuestion, { fill, thing, words }: WordMill): unknown {
  const slides = properties.slides ?? {};
  const count = boundsOf(slides).least;
  const fields = propertiesOf(itemsOf(slides));
  const passages = choicesOf(itemsOf(fields.passages ?? {}));
  const layouts = choicesOf(fields.layout ?? {});
  const headings = new Set<string>();
  while (headings.size < count) headings.add(fill(words.headings));
  return {
    title: fill(words.headings),
    subtitle: fill([words.subtitle]),
    slides: [...headings].map((heading, index) => {
      const wished = LAYOUTS[index % LAYOUTS.length] ?? 'bullets';
      const layout = layouts.includes(wished) ? wished : layouts[0];
      return {
        heading,
        claim: fill(words.claims),
        covers: [thing(), thing()],
        layout,
        picture: layout === 'bullets' && index % 2 === 0,
        passages: shareOf(passages, index, count),
      };
    }),
    closing: fill([words.closing]),
  };
}

function shareOf(passages: readonly string[], index: number, count: number): readonly string[] {
  if (passages.length === 0) return [];
  if (passages.length < count) return passages.slice(index % passages.length, (index % passages.length) + 1);
  const startOf = (slide: number) => Math.floor((slide * passages.length) / count);
  return passages.slice(startOf(index), startOf(index + 1)).slice(0, MOST_PASSAGES);
}
