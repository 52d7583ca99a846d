import type { SlideScript } from '../../contract/schemas/slide-script.ts';
import { hashText } from '../seeds/hash-text.ts';
import { hasWord } from './has-word.ts';
import { HINDI_ICON_WORDS } from './hindi-icon-words.ts';
import { ICON_WORDS } from './icon-words.ts';
import { listWords } from './list-words.ts';
import { NEUTRAL_ICONS } from './neutral-icons.ts';

// A heading says what the slide is about, and English words name what stands for it; a point may mention anything.
const WEIGHTS = { heading: 3, english: 2, point: 1 } as const;
// What the whole deck is about tells no slide from another: any other word comes before it.
const SHARE_OF_TITLE_WORDS = 0.1;

const PATTERNS = ICON_WORDS.map(([icon, english]) => ({
  icon,
  patterns: `${english} ${HINDI_ICON_WORDS[icon] ?? ''}`.trim().split(' '),
}));

export type IconScript = Pick<SlideScript, 'slideId' | 'layout' | 'heading' | 'points' | 'picture' | 'iconWords'>;

/** Returns the icon that the slide's words call for most; a shape that says nothing when none is known. */
export function chooseIcon(script: IconScript, deckTitle: string): string {
  const titleWords = new Set(script.layout === 'cover' ? [] : listWords(deckTitle));
  const weigh = (texts: readonly string[], weight: number) =>
    texts
      .map(withoutOddWords)
      .flatMap(listWords)
      .map((word) => ({ word, weight: titleWords.has(word) ? weight * SHARE_OF_TITLE_WORDS : weight }));
  const words = [
    ...weigh([script.heading], WEIGHTS.heading),
    ...weigh(script.iconWords ?? script.picture?.keywords ?? [], WEIGHTS.english),
    ...weigh(script.points, WEIGHTS.point),
  ];
  let best = { icon: neutralIconOf(script), score: 0 };
  for (const { icon, patterns } of PATTERNS) {
    const score = words.reduce((sum, { word, weight }) => sum + (hasWord(patterns, word) ? weight : 0), 0);
    if (score > best.score) best = { icon, score };
  }
  return best.icon;
}

/** "Art. 5" is no art, and "git config --global" is not about the globe. */
const withoutOddWords = (text: string): string =>
  text.replace(/(?<!\p{L})Art\.(?=\s*\p{N})|(?<=\s)--?\p{L}[\p{L}\p{N}-]*/gu, ' ');

function neutralIconOf({ heading, slideId }: IconScript): string {
  return NEUTRAL_ICONS[hashText(`${slideId}\n${heading}`) % NEUTRAL_ICONS.length] ?? NEUTRAL_ICONS[0];
}
