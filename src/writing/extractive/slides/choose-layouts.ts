import type { LayoutFamily } from '../../../contract/schemas/outline.ts';

const MAX_POINTS_BESIDE_PICTURE = 4;
const MAX_HEADING_CHARS_BESIDE_PICTURE = 56;
/** A longer row takes three lines beside a picture. */
const MAX_POINT_CHARS_BESIDE_PICTURE = 90;
const MAX_ROWS_RUNNING = 2;

export interface LayoutWish {
  readonly id: string;
  readonly heading: string;
  readonly points: readonly string[];
}

/** Four bits of the id decide: about one slide in four asks for a picture by itself, wherever it stands. */
const asksForPicture = (id: string): boolean => Number.parseInt(id.at(-1) ?? '0', 16) % 4 === 0;

/** Returns a layout for each content slide in order: never more than two slides of rows running, pictures never paired. */
export function chooseLayouts(slides: readonly LayoutWish[]): LayoutFamily[] {
  const layouts: LayoutFamily[] = [];
  for (const slide of slides) {
    const fits =
      slide.points.length <= MAX_POINTS_BESIDE_PICTURE &&
      slide.points.every((point) => point.length <= MAX_POINT_CHARS_BESIDE_PICTURE) &&
      slide.heading.length <= MAX_HEADING_CHARS_BESIDE_PICTURE;
    const rowsRunning = layouts.length - 1 - layouts.lastIndexOf('bullets-picture');
    const isDue = rowsRunning >= MAX_ROWS_RUNNING || (asksForPicture(slide.id) && layouts.at(-1) !== 'bullets-picture');
    layouts.push(fits && isDue ? 'bullets-picture' : 'bullets');
  }
  return layouts;
}
