import { groupText } from './find-headings.ts';
import type { LineGroup } from './group-lines.ts';

const SPEAKER = /^[—–]\s+[\p{Lu}\p{Lo}][^.!?;:।॥…]{1,80}$/u;
const ENDS_SAYING = /[.!?।॥…]["'”’)\]]*$/u;
const MOST_SAYING_WORDS = 60;

/**
 * Whether a line such as "— Ada Lovelace, Notes" names who said the paragraph above it: a dash that opens no list,
 * since no other item follows and no colon introduces it.
 */
export function namesSpeaker(above: string, text: string, next: LineGroup | undefined): boolean {
  if (!SPEAKER.test(text) || !ENDS_SAYING.test(above)) return false;
  const isList = next !== undefined && /^[—–]\s/u.test(groupText(next));
  return !isList && above.split(/\s+/u).length <= MOST_SAYING_WORDS;
}
