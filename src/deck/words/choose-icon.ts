import type { SlideScript } from '../../contract/schemas/slide-script.ts';
import { countMatches } from './count-matches.ts';
import { ICON_WORDS, NEUTRAL_ICON } from './icon-words.ts';
import { listWords } from './list-words.ts';

// A heading says what the slide is about; a point may mention anything.
const HEADING_WEIGHT = 3;

/** "Art. 5" is no art. */
const withoutArticleNumbers = (text: string): string => text.replace(/(?<!\p{L})Art\.(?=\s*\p{N})/gu, ' ');

/** Returns the icon that the slide's words call for most. */
export function chooseIcon(script: Pick<SlideScript, 'heading' | 'points'>): string {
  const headingWords = listWords(withoutArticleNumbers(script.heading));
  const pointWords = script.points.map(withoutArticleNumbers).flatMap(listWords);
  let best = { icon: NEUTRAL_ICON, score: 0 };
  for (const [icon, patterns] of ICON_WORDS) {
    const score = HEADING_WEIGHT * countMatches(headingWords, patterns) + countMatches(pointWords, patterns);
    if (score > best.score) best = { icon, score };
  }
  return best.icon;
}
