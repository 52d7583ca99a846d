import { type Point, polygon, polyline } from './paths.ts';
import type { PathSegment } from './visual-drawing.ts';

/** Heights on a square grid, row by row. */
export interface Grid {
  readonly heights: readonly number[];
  readonly columns: number;
  readonly rows: number;
  readonly cellPx: number;
}

interface Corner extends Point {
  readonly height: number;
}

// Neighbouring shapes overlap by this much, or the ground shines through between them.
const OVERLAP_PX = 0.4;

/** Returns the line at a level, in short pieces, one or two a cell. */
export function traceLevel(grid: Grid, level: number): PathSegment[] {
  const segments: PathSegment[] = [];
  forEachCell(grid, (corners) => {
    const cuts = listCuts(corners, level);
    for (let index = 0; index + 1 < cuts.length; index += 2) segments.push(...polyline(cuts.slice(index, index + 2)));
  });
  return segments;
}

/** Returns the area at and above a level: a band of whole cells for each row, and a polygon for each cell on the edge. */
export function traceBands(grid: Grid, level: number): PathSegment[] {
  const segments: PathSegment[] = [];
  let band: { left: number; right: number; top: number } | null = null;
  const closeBand = () => {
    if (band !== null) segments.push(...rectangle(band.left, band.top, band.right, band.top + grid.cellPx));
    band = null;
  };
  forEachCell(grid, (corners, { x, y }) => {
    if (band !== null && band.top !== y) closeBand();
    if (corners.every(({ height }) => height >= level)) {
      band = { left: band?.left ?? x, right: x + grid.cellPx, top: y };
      return;
    }
    closeBand();
    const inside = listInside(corners, level);
    if (inside.length > 2) segments.push(...polygon(inside));
  });
  closeBand();
  return segments;
}

function forEachCell({ heights, columns, rows, cellPx }: Grid, visit: (corners: Corner[], at: Point) => void): void {
  for (let row = 0; row + 1 < rows; row += 1) {
    for (let column = 0; column + 1 < columns; column += 1) {
      const corner = (right: number, down: number): Corner => ({
        x: (column + right) * cellPx,
        y: (row + down) * cellPx,
        height: heights[(row + down) * columns + column + right] ?? 0,
      });
      visit([corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)], { x: column * cellPx, y: row * cellPx });
    }
  }
}

function listCuts(corners: readonly Corner[], level: number): Point[] {
  return corners.flatMap((from, index) => {
    const to = corners[(index + 1) % corners.length] ?? from;
    return from.height >= level === to.height >= level ? [] : [cut(from, to, level)];
  });
}

function listInside(corners: readonly Corner[], level: number): Point[] {
  return corners.flatMap((from, index) => {
    const to = corners[(index + 1) % corners.length] ?? from;
    const isCrossed = from.height >= level !== to.height >= level;
    return [...(from.height >= level ? [from] : []), ...(isCrossed ? [cut(from, to, level)] : [])];
  });
}

function cut(from: Corner, to: Corner, level: number): Point {
  const share = (level - from.height) / (to.height - from.height);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function rectangle(left: number, top: number, right: number, bottom: number): PathSegment[] {
  return polygon([
    { x: left - OVERLAP_PX, y: top - OVERLAP_PX },
    { x: right + OVERLAP_PX, y: top - OVERLAP_PX },
    { x: right + OVERLAP_PX, y: bottom + OVERLAP_PX },
    { x: left - OVERLAP_PX, y: bottom + OVERLAP_PX },
  ]);
}
