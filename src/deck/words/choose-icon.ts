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
const SHARE_OF_DECK_WORDS = 0.1;

const PATTERNS = ICON_WORDS.map(([icon, english]) => ({
  icon,
  patterns: `${english} ${HINDI_ICON_WORDS[icon] ?? ''}`.trim().split(' '),
}));

// The slide's own words may say what the title says, also in another language.
const SHARE_OF_DECK_ICON = 0.5;
// Of what fits nearly as well as the best, slides show one in turns, so that neighbours about the same differ.
const SHARE_OF_NEAR = 0.6;

export type IconScript = Pick<
  SlideScript,
  'slideId' | 'layout' | 'heading' | 'points' | 'picture' | 'iconWords' | 'lecture'
>;

interface WeighedWord {
  readonly word: string;
  readonly weight: number;
  /** One of the deck's title. */
  readonly isDeckWord: boolean;
}

/**
 * Returns an icon that the slide's words call for: by its turn one of those that fit best. What nothing calls for but the
 * matter of the whole deck takes turns with a shape that says nothing. The shape alone when no word is known.
 */
export function chooseIcon(script: IconScript, deckTitle: string): string {
  const neutral = neutralIconOf(script);
  const titleWords = script.layout === 'cover' ? [] : listWords(deckTitle);
  const deckIcon = iconOfTitle(titleWords);
  const words = weighWords(script, titleWords);
  const sum = (some: readonly WeighedWord[]) => some.reduce((total, { weight }) => total + weight, 0);
  const scored = PATTERNS.map(({ icon, patterns }) => {
    const found = words.filter(({ word }) => hasWord(patterns, word));
    const own = found.filter(({ isDeckWord }) => !isDeckWord);
    const share = icon === deckIcon ? SHARE_OF_DECK_ICON : 1;
    return {
      icon,
      score: sum(own) * share + (sum(found) - sum(own)) * SHARE_OF_DECK_WORDS,
      isOwn: own.length > 0,
      isNamed: own.some(({ weight }) => weight > WEIGHTS.point),
      isEnglish: own.some(({ weight }) => weight === WEIGHTS.english),
    };
  });
  // What only points mention stands for a slide whose heading and English words name nothing.
  const named = scored.filter(({ isNamed }) => isNamed);
  const ranked = (named.length > 0 ? named : scored).sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (best === undefined || best.score === 0) return neutral;
  // A heading may be a figure of speech ("Life in a crowded city" of reefs): beside the best, English words decide where there are any.
  const hasEnglish = ranked.some(({ isEnglish }) => isEnglish);
  const near = ranked.filter(
    (each) => each === best || (each.score >= best.score * SHARE_OF_NEAR && each.isEnglish === hasEnglish),
  );
  const icons = best.isOwn ? near.map(({ icon }) => icon) : [best.icon, neutral];
  return icons[(script.lecture?.turn ?? 0) % icons.length] ?? best.icon;
}

function weighWords(script: IconScript, titleWords: readonly string[]): WeighedWord[] {
  const deckWords = new Set(titleWords);
  const weigh = (texts: readonly string[], weight: number): WeighedWord[] =>
    texts
      .map(withoutOddWords)
      .flatMap(listWords)
      .map((word) => ({ word, weight, isDeckWord: deckWords.has(word) }));
  return [
    ...weigh([script.heading], WEIGHTS.heading),
    ...weigh(script.iconWords ?? script.picture?.keywords ?? [], WEIGHTS.english),
    ...weigh(script.points, WEIGHTS.point),
  ];
}

/** The icon that most words of the title call for: it stands on the cover. */
function iconOfTitle(titleWords: readonly string[]): string | null {
  let best: { readonly icon: string | null; readonly count: number } = { icon: null, count: 0 };
  for (const { icon, patterns } of PATTERNS) {
    const count = titleWords.filter((word) => hasWord(patterns, word)).length;
    if (count > best.count) best = { icon, count };
  }
  return best.icon;
}

/** "Art. 5" is no art, and "git config --global" is not about the globe. */
const withoutOddWords = (text: string): string =>
  text.replace(/(?<!\p{L})Art\.(?=\s*\p{N})|(?<=\s)--?\p{L}[\p{L}\p{N}-]*/gu, ' ');

function neutralIconOf({ heading, slideId }: IconScript): string {
  return NEUTRAL_ICONS[hashText(`${slideId}\n${heading}`) % NEUTRAL_ICONS.length] ?? NEUTRAL_ICONS[0];
}
