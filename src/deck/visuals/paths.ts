import type { PathSegment, VisualPath } from './visual-drawing.ts';

/** A place in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Returns a filled path. */
export function filled(segments: readonly PathSegment[], fill: string): VisualPath {
  return { segments, fill, stroke: null, opacity: 1 };
}

/** Returns a stroked path. */
export function stroked(segments: readonly PathSegment[], color: string, widthPx: number, opacity = 1): VisualPath {
  return { segments, fill: null, stroke: { color, widthPx }, opacity };
}

/** Returns the segments of an open line through points. */
export function polyline(points: readonly Point[]): PathSegment[] {
  return points.map(({ x, y }, index) => ({ op: index === 0 ? 'move' : 'line', x, y }));
}

/** Returns the segments of a closed outline. */
export function polygon(points: readonly Point[]): PathSegment[] {
  return [...polyline(points), { op: 'close' }];
}

/** Returns the segments of a part of a circle, on its own. */
export function arc({ x, y }: Point, radiusPx: number, startRad = 0, endRad = Math.PI * 2): PathSegment[] {
  const start = { op: 'move', x: x + radiusPx * Math.cos(startRad), y: y + radiusPx * Math.sin(startRad) } as const;
  return [start, { op: 'arc', x, y, radiusPx, startRad, endRad }];
}
