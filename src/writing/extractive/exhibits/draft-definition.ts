import { contentStems, plainWords } from '../wording/content-stems.ts';
import { capitalizeFirst } from '../wording/set-typography.ts';
import type { ExhibitDraft, ExhibitInput } from './exhibit-draft.ts';
import { speakAround } from './speak-around.ts';

const MAX_TERM_WORDS = 3;
const MEANING_WORDS = { least: 5, most: 32 } as const;

/** Drafts the sentence that says what a term of the heading, or another one, is; null when there is none. */
export function draftDefinition(input: ExhibitInput): ExhibitDraft | null {
  const { language, title } = input.matter;
  const { exhibits, links, words } = language;
  const headingStems = new Set(contentStems(input.heading, words));
  const titleStems = new Set(contentStems(title, words));
  const found = input.sentences.flatMap((one) => {
    if (one.kind !== 'paragraph' || one.needs !== null || links.leansOnOthers(one.text)) return [];
    const bare = one.text.replace(/[.!…।]+$/u, '');
    const groups = exhibits.definitions.map((pattern) => pattern.exec(bare)?.groups).find((each) => each !== undefined);
    const { term, meaning } = groups ?? {};
    if (term === undefined || meaning === undefined) return [];
    const termWords = plainWords(term);
    const meaningWords = plainWords(meaning).length;
    const isTerm = termWords.length <= MAX_TERM_WORDS && !termWords.some((word) => words.isStopWord(word));
    if (!isTerm || meaningWords < MEANING_WORDS.least || meaningWords > MEANING_WORDS.most) return [];
    const stems = contentStems(term, words);
    const isKey = stems.every((stem) => headingStems.has(stem));
    const isTitle = stems.every((stem) => titleStems.has(stem));
    return [
      { one, term, meaning, strength: 0.5 + (isKey ? 0.2 : 0) + (isTitle ? 0.12 : 0) + (one.isFirst ? 0.05 : 0) },
    ];
  });
  const best = found.sort((a, b) => b.strength - a.strength || a.one.index - b.one.index)[0];
  if (best === undefined) return null;
  return {
    exhibit: { kind: 'definition', term: capitalizeFirst(best.term), meaning: capitalizeFirst(best.meaning) },
    points: [],
    speak: () => speakAround(best.one, null, input),
    passageIds: [],
    strength: best.strength,
  };
}
