import type { LectureQuestion } from './lecture-question.ts';
import { boundsOf, choicesOf, itemsOf, propertiesOf, type Schema } from './schema-parts.ts';
import type { WordMill } from './word-mill.ts';

/** Layouts that need nothing but words, by turns. */
const LAYOUTS = ['bullets', 'bullets', 'definition', 'bullets', 'table'] as const;

/** Most passages that one slide is given. */
const MOST_PASSAGES = 8;

/** Plans a lecture: as many slides as asked for, each about other things and with its own share of the passages, in parts or in one row. */
export function writeOutline({ properties }: LectureQuestion, mill: WordMill): unknown {
  const { fill, words } = mill;
  const parts = Object.entries(propertiesOf(properties.parts ?? {}));
  const rows = parts.map(([, part]) => propertiesOf(part).slides ?? {});
  const slides = writeSlides(parts.length === 0 ? [properties.slides ?? {}] : rows, mill);
  const titles = differentOnes(parts.length, mill);
  const frame = { title: fill(words.headings), subtitle: fill([words.subtitle]), closing: fill([words.closing]) };
  if (parts.length === 0) return { ...frame, slides: slides[0] };
  const inParts = parts.map(([name], index) => [name, { title: titles[index], slides: slides[index] }] as const);
  return { ...frame, parts: Object.fromEntries(inParts) };
}

/** One list for each row, no two of their slides about the same. */
function writeSlides(rows: readonly Schema[], mill: WordMill): readonly (readonly unknown[])[] {
  const { fill, thing, words } = mill;
  const count = rows.reduce((sum, row) => sum + boundsOf(row).least, 0);
  const fields = propertiesOf(itemsOf(rows[0] ?? {}));
  const passages = choicesOf(itemsOf(fields.passages ?? {}));
  const layouts = choicesOf(fields.layout ?? {});
  const all = differentOnes(count, mill).map((heading, index) => {
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
  });
  return rows.map((row) => all.splice(0, boundsOf(row).least));
}

/** So many headings, all different. */
function differentOnes(count: number, { fill, words }: WordMill): readonly string[] {
  const headings = new Set<string>();
  while (headings.size < count) headings.add(fill(words.headings));
  return [...headings];
}

function shareOf(passages: readonly string[], index: number, count: number): readonly string[] {
  if (passages.length === 0) return [];
  if (passages.length < count) return passages.slice(index % passages.length, (index % passages.length) + 1);
  const startOf = (slide: number) => Math.floor((slide * passages.length) / count);
  return passages.slice(startOf(index), startOf(index + 1)).slice(0, MOST_PASSAGES);
}
