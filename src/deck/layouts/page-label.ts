import { isDevanagari } from '../text/script-rules.ts';

/** Returns the words that tell one page of a slide from its others, in the script of the deck. */
export function pageLabel(page: number, of: number, deckTitle: string): string {
  return isDevanagari(deckTitle) ? `पृष्ठ ${page} / ${of}` : `Page ${page} of ${of}`;
}
