import { createHash } from 'node:crypto';
import { createRandom } from '../../../src/deck/seeds/create-random.ts';

/** Returns 64 hexadecimal digits that a text decides. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Creates random numbers that a text decides, with a choice from a list. */
export function createChooser(text: string): {
  readonly number: (least: number, most: number) => number;
  readonly of: <Item>(items: readonly [Item, ...Item[]]) => Item;
} {
  const random = createRandom(Number.parseInt(hashOf(text).slice(0, 8), 16));
  const number = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  return { number, of: (items) => items[number(0, items.length - 1)] ?? items[0] };
}
