import { THEMES } from '../contract/schemas/request.ts';
import { hashText } from './seeds/hash-text.ts';
import { themeOf } from './theme-of.ts';
import { KIND_WORDS } from './words/choose-visual-kinds.ts';
import { HINDI_ICON_WORDS } from './words/hindi-icon-words.ts';
import { ICON_WORDS } from './words/icon-words.ts';
import { NEUTRAL_ICONS } from './words/neutral-icons.ts';

// Raise it whenever layouts or drawn patterns come out differently from the same input.
const LAYOUT_VERSION = 11;

/** Returns a text that changes when slides come out differently: part of every step key that uses the deck. */
export function deckFingerprint(): string {
  const tables = JSON.stringify([THEMES.map(themeOf), ICON_WORDS, HINDI_ICON_WORDS, NEUTRAL_ICONS, KIND_WORDS]);
  return `deck-${LAYOUT_VERSION}-${hashText(tables).toString(16)}-${hashText(`${tables}#`).toString(16)}`;
}
