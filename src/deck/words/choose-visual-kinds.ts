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

/** The other pattern of strips beside slides of content: neither that of the cover nor that of deep slides. */
const OTHER_STRIP_KIND: Readonly<Record<VisualKind, VisualKind>> = {
  waves: 'flow',
  flow: 'waves',
  contours: 'ridgelines',
  arcs: 'dots',
  ridgelines: 'waves',
  dots: 'flow',
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
 * Returns the pattern of a strip beside content: that of the cover and another one in turns, or all slides would look
 * alike.
 */
export function chooseStripKind(deckTitle: string, turn = 0): VisualKind {
  const { strip } = chooseVisualKinds(deckTitle);
  return turn % 2 === 0 ? strip : OTHER_STRIP_KIND[strip];
}

/**
 * Returns the pattern of a slide's drawn picture: of those that are open to its turn, one that its words suit most, by the
 * seed among equals. What is open to one turn is not to the next, and the cover's never: so no neighbours look alike.
 */
export function choosePictureKind(
  matter: string,
  lecture: { readonly title: string; readonly turn: number },
  seed: number,
): VisualKind {
  const { strip } = chooseVisualKinds(lecture.title);
  const other = OTHER_STRIP_KIND[strip];
  const [first, second, ...rest] = VISUAL_KINDS.filter((kind) => kind !== strip && kind !== other);
  const open = lecture.turn % 2 === 0 ? rest : [other, first, second].filter((kind) => kind !== undefined);
  const words = listWords(matter);
  const matches = new Map(KIND_WORDS.map(([kind, patterns]) => [kind, countMatches(words, patterns)]));
  const most = Math.max(...open.map((kind) => matches.get(kind) ?? 0));
  const suited = open.filter((kind) => (matches.get(kind) ?? 0) === most);
  return suited[seed % suited.length] ?? other;
}

function kindByHash(title: string): VisualKind {
  return VISUAL_KINDS[hashText(title) % VISUAL_KINDS.length] ?? VISUAL_KINDS[0];
}
