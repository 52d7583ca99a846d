import { type NumberRead, readNumbers } from './read-numbers.ts';
import { readWordedNumbers } from './read-worded-numbers.ts';

/** Returns the numbers of a text that something must bear out: all in digits, then of those in words the telling ones. */
export const listNumbers = (text: string): NumberRead[] => [
  ...readNumbers(text),
  ...readWordedNumbers(text).filter(({ isTelling }) => isTelling),
];
