import type { ProseLanguage } from '../prose.ts';
import type { LectureWords } from './lecture-words.ts';
import { LECTURE_WORDS } from './words-of-language.ts';

/** Makes phrases and sentences for one answer. No thing and no frame comes twice before all have come once. */
export interface WordMill {
  /** Two words, such as "quiet harbour". */
  readonly thing: () => string;
  /** A frame of that list, filled with things and begun with a capital letter. */
  readonly fill: (frames: readonly string[]) => string;
  /** A sentence of about that many words, with its full stop. */
  readonly sentence: (wordCount: number) => string;
  readonly words: LectureWords;
}

/** Creates a mill. `random` gives numbers from 0 up to 1. */
export function createWordMill(language: ProseLanguage, random: () => number): WordMill {
  const words = LECTURE_WORDS[language];
  const qualities = createDeck(words.qualities, random);
  const things = createDeck(words.things, random);
  const decks = new Map<readonly string[], () => string>();
  const draw = (frames: readonly string[]) => {
    const deck = decks.get(frames) ?? createDeck(frames, random);
    decks.set(frames, deck);
    return deck();
  };
  const used = new Set<string>();
  const thing = (): string => {
    const made = `${qualities()} ${things()}`;
    if (used.has(made) && used.size < words.qualities.length * words.things.length) return thing();
    used.add(made);
    return made;
  };
  const fillIn = (frame: string) => frame.replace(/\{[abc]\}/g, thing);

  return {
    words,
    thing,
    fill: (frames) => capitalize(withArticles(fillIn(draw(frames)))),
    sentence: (wordCount) => {
      let text = fillIn(draw(words.sentences));
      for (;;) {
        const longer = `${text} ${fillIn(draw(words.tails))}`;
        if (Math.abs(countWords(longer) - wordCount) >= Math.abs(countWords(text) - wordCount)) break;
        text = longer;
      }
      return `${capitalize(withArticles(text))}${words.fullStop}`;
    },
  };
}

/** Words as they are spoken: what lies between spaces. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;
}

/** Gives the items in a seeded order, again and again. */
function createDeck(items: readonly string[], random: () => number): () => string {
  let left: string[] = [];
  return () => {
    if (left.length === 0) left = [...items];
    return left.splice(Math.floor(random() * left.length), 1)[0] ?? '';
  };
}

function withArticles(text: string): string {
  return text.replace(/\b([Aa]) (?=[aeiou])/g, '$1n ');
}

function capitalize(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
