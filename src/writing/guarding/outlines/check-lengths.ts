import type { OutlineAnswer } from '../../answers/outline-answer.ts';
import { plainWords } from '../../extractive/wording/content-stems.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';

/** Words that texts of an outline may have: more than are asked for, since a word too many is worth no second call. */
export interface OutlineWordLimits {
  /** More do not fit two lines. */
  readonly heading: number;
  /** A heading of more is a sentence, and fills a slide that opens or closes a lecture. */
  readonly runaway: number;
  /** Small models say a claim again as a row, which has to be shorter. */
  readonly claim: number;
}

const USUAL: OutlineWordLimits = { heading: 12, runaway: 16, claim: 24 };
/** They need some words more for the same. */
const WORDIER: OutlineWordLimits = { heading: 14, runaway: 20, claim: 29 };
const LIMITS: Readonly<Record<string, OutlineWordLimits>> = { hi: WORDIER, mr: WORDIER, ne: WORDIER };

/** Words asked for, as in the prompt. */
const ASKED = { title: 8, heading: 7, section: 5, closing: 6, claim: 14 } as const;

/** Returns how long the texts of an outline may be in a language (ISO 639-1). */
export const outlineWordLimits = (language: string): OutlineWordLimits => LIMITS[language] ?? USUAL;

/** Finds headings and claims that are far longer than asked for, title and closing words among them. */
export function checkLengths({ closing, sections = [], slides, title }: OutlineAnswer, language: string): Problem[] {
  const limits = outlineWordLimits(language);
  return [
    ...checkHeading('title', title, 'title', limits),
    ...sections.flatMap((section, index) => checkHeading(`sections[${index}].title`, section.title, 'section', limits)),
    ...slides.flatMap(({ claim, heading }, index): Problem[] => {
      const count = plainWords(claim).length;
      const message = `the claim ${quoteExcerpt(claim)} has ${count} words, and at most ${ASKED.claim} are asked for`;
      return [
        ...checkHeading(`slides[${index}].heading`, heading, 'heading', limits),
        ...(count > limits.claim ? [{ path: `slides[${index}].claim`, rule: 'long-claim', message } as const] : []),
      ];
    }),
    ...checkHeading('closing', closing, 'closing', limits),
  ];
}

function checkHeading(path: string, text: string, kind: keyof typeof ASKED, limits: OutlineWordLimits): Problem[] {
  const count = plainWords(text).length;
  // A slide that opens or closes has room for a thought of one line more.
  if (count <= (kind === 'heading' ? limits.heading : limits.runaway)) return [];
  const noun = kind === 'title' ? 'title' : 'heading';
  const message = `the ${noun} ${quoteExcerpt(text)} has ${count} words, and at most ${ASKED[kind]} are asked for`;
  return [{ path, rule: count > limits.runaway ? 'runaway-heading' : 'long-heading', message }];
}
