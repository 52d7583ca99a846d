import { plainWords } from '../wording/content-stems.ts';

/** Returns the same key for two rows that say the same words. */
export function pointKey(point: string): string {
  return plainWords(point).join(' ');
}
