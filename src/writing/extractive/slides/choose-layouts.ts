import type { Exhibit } from '../../../contract/schemas/exhibit.ts';
import type { LayoutFamily } from '../../../contract/schemas/outline.ts';

const MAX_POINTS_BESIDE_PICTURE = 4;
const MAX_HEADING_CHARS_BESIDE_PICTURE = 56;
/** A longer row takes three lines beside a picture. */
const MAX_POINT_CHARS_BESIDE_PICTURE = 90;
const MAX_ROWS_RUNNING = 2;

/** Rows are what most matter reads best as; every third slide may go without. */
const SLIDES_FOR_ONE = 3;
const MIN_STRENGTH = 0.5;
const MAX_SAME_RUNNING = 2;

export interface LayoutWish {
  readonly id: string;
  readonly heading: string;
  /** The highest heading above its matter; null when it has none. */
  readonly part: string | null;
  readonly points: readonly string[];
  /** What it could show instead of rows. */
  readonly offers: readonly { readonly exhibit: { readonly kind: Exhibit['kind'] }; readonly strength: number }[];
}

type Kinds = (Exhibit['kind'] | null)[];

/** Four bits of the id decide: about one slide in four asks for a picture by itself, wherever it stands. */
const asksForPicture = (id: string): boolean => Number.parseInt(id.at(-1) ?? '0', 16) % 4 === 0;

const isDataKind = (kind: Exhibit['kind']): boolean => kind === 'chart' || kind === 'table';

/** Whether a kind at a place would stand more than twice running. */
function runsOn(kinds: Kinds, at: number, kind: Exhibit['kind']): boolean {
  let first = at;
  let last = at;
  while (kinds[first - 1] === kind) first -= 1;
  while (kinds[last + 1] === kind) last += 1;
  return last - first + 1 > MAX_SAME_RUNNING;
}

/**
 * The exhibit of each slide, or null for rows. Charts and tables come first; of the others the strongest of the deck,
 * wherever they stand, no kind more often than its share, and one for each part that has none.
 */
function chooseExhibits(slides: readonly LayoutWish[]): Kinds {
  const kinds: Kinds = slides.map(() => null);
  slides.forEach(({ offers }, at) => {
    const data = offers.find(({ exhibit }) => isDataKind(exhibit.kind))?.exhibit.kind ?? null;
    if (data !== null && !runsOn(kinds, at, data)) kinds[at] = data;
  });
  const open = slides
    .flatMap(({ offers, part, id }, at) =>
      offers.map(({ exhibit, strength }) => ({ at, id, part, kind: exhibit.kind, strength })),
    )
    .filter(({ kind, strength }) => !isDataKind(kind) && strength >= MIN_STRENGTH)
    .sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1));
  const budget = Math.floor(slides.length / SLIDES_FOR_ONE);
  const budgetOfKind = Math.max(1, Math.ceil(budget / 2));
  const uses = new Map<Exhibit['kind'], number>();
  const take = ({ at, kind }: (typeof open)[number]): void => {
    kinds[at] = kind;
    uses.set(kind, (uses.get(kind) ?? 0) + 1);
  };
  const isFree = ({ at, kind }: (typeof open)[number]): boolean => kinds[at] === null && !runsOn(kinds, at, kind);
  for (const offer of open) {
    const taken = [...uses.values()].reduce((sum, count) => sum + count, 0);
    const hasNeighbour = [offer.at - 1, offer.at + 1].some((at) => kinds[at] != null && !isDataKind(kinds[at]));
    if (taken < budget && (uses.get(offer.kind) ?? 0) < budgetOfKind && !hasNeighbour && isFree(offer)) take(offer);
  }
  for (const part of new Set(slides.map((slide) => slide.part))) {
    const places = slides.flatMap((slide, at) => (slide.part === part ? [at] : []));
    if (part === null || places.length < SLIDES_FOR_ONE || places.some((at) => kinds[at] !== null)) continue;
    const offer = open.find((one) => one.part === part && isFree(one));
    if (offer !== undefined) take(offer);
  }
  return kinds;
}

const hasRoomForPicture = ({ heading, points }: LayoutWish): boolean =>
  points.length <= MAX_POINTS_BESIDE_PICTURE &&
  points.every((point) => point.length <= MAX_POINT_CHARS_BESIDE_PICTURE) &&
  heading.length <= MAX_HEADING_CHARS_BESIDE_PICTURE;

/** Where the rows to come are too long for a picture, one of the two slides of rows before them takes it. */
function giveBackPicture(layouts: LayoutFamily[], slides: readonly LayoutWish[]): void {
  const last = layouts.length - 1;
  const at = [last, last - 1].find((place) => {
    const slide = slides[place];
    return slide !== undefined && hasRoomForPicture(slide) && layouts[place - 1] !== 'bullets-picture';
  });
  if (at !== undefined) layouts[at] = 'bullets-picture';
}

/**
 * Returns a layout for each content slide in order: never more than two slides of the same running where the matter has
 * anything else, pictures never paired.
 */
export function chooseLayouts(slides: readonly LayoutWish[]): LayoutFamily[] {
  const kinds = chooseExhibits(slides);
  const layouts: LayoutFamily[] = [];
  slides.forEach((slide, at) => {
    const kind = kinds[at] ?? null;
    if (kind !== null) {
      layouts.push(kind);
      return;
    }
    const lastOther = layouts.findLastIndex((layout) => layout !== 'bullets');
    const isThird = layouts.length - 1 - lastOther >= MAX_ROWS_RUNNING;
    const isDue = isThird || (asksForPicture(slide.id) && layouts.at(-1) !== 'bullets-picture');
    const hasRoom = hasRoomForPicture(slide);
    if (isThird && !hasRoom) giveBackPicture(layouts, slides);
    layouts.push(hasRoom && isDue ? 'bullets-picture' : 'bullets');
  });
  return layouts;
}
