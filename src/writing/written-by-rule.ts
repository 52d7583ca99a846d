import type { Written } from './writer.ts';

/** Returns what rules wrote without a model, in the shape that every writer answers in. */
export function writtenByRule<T>(value: T): Written<T> {
  return { value, warnings: [], isMended: false, usage: null };
}
