import { hashText } from '../seeds/hash-text.ts';
import { VISUAL_KINDS, type VisualKind } from '../visual-spec.ts';
import { countMatches } from './count-matches.ts';
import { listWords } from './list-words.ts';

/** Words that a pattern suits. Earlier rows win a tie. */
export const KIND_WORDS: readonly (readonly [kind: VisualKind, words: string])[] = [
  ['waves', 'water* sea seas ocean* river* lake* rain* tide* nature landscape* forest* plant* sun* coast* ice'],
  ['flow', 'air wind* weather* climate* motion mov* chang* traffic* blood migrat* energy current* fluid* flow*'],
  ['contours', 'mountain* map* geograph* place* land* measur* terrain earth country cities city urban region* soil'],
  ['arcs', 'signal* time space planet* orbit* light network* communicat* internet future radio music clock*'],
  ['ridgelines', 'sound* statistic* histor* war wars centur* ancient evolution* geolog* trend* econom* market*'],
  ['dots', 'people data population* health* medic* brain* cell* learn* ai comput* social societ* atom* molecul*'],
];

/** The pattern of deep slides beside each pattern of strips: unlike it, and dark at its edges. */
const SECTION_KIND: Readonly<Record<VisualKind, VisualKind>> = {
  waves: 'contours',
  flow: 'contours',
  contours: 'arcs',
  arcs: 'contours',
  ridgelines: 'arcs',
  dots: 'arcs',
};

/** Returns one pattern for the strips of a deck and another for its deep slides, from the words of its title. */
export function chooseVisualKinds(title: string): { readonly strip: VisualKind; readonly section: VisualKind } {
  const words = listWords(title);
  let best: { readonly kind: VisualKind; readonly score: number } = { kind: kindByHash(title), score: 0 };
  for (const [kind, patterns] of KIND_WORDS) {
    const score = countMatches(words, patterns);
    if (score > best.score) best = { kind, score };
  }
  return { strip: best.kind, section: SECTION_KIND[best.kind] };
}

/**
 * Returns the pattern of a slide's drawn picture: one of those that its words suit, or the partner of the best one, by the
 * seed. Always the best would show the same picture on every slide of a lecture about water.
 */
export function choosePictureKind(matter: string, seed: number): VisualKind {
  const { section, strip } = chooseVisualKinds(matter);
  const words = listWords(matter);
  const suited = KIND_WORDS.filter(([, patterns]) => countMatches(words, patterns) > 0).map(([kind]) => kind);
  const kinds = [...new Set([strip, ...suited, section])];
  return kinds[seed % kinds.length] ?? strip;
}

function kindByHash(title: string): VisualKind {
  return VISUAL_KINDS[hashText(title) % VISUAL_KINDS.length] ?? VISUAL_KINDS[0];
}
