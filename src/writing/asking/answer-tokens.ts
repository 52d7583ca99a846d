import { describeLanguage } from '../prompts/describe-language.ts';

/** Heading, claim and covers of a slide in an outline. */
const OUTLINE_WORDS = 29;
const OUTLINE_MARKS_TOKENS = 45;
const OUTLINE_FRAME_TOKENS = 100;
/** Points, picture and citations of a slide. */
const SHOWN_WORDS = 75;
const SHOWN_MARKS_TOKENS = 160;
const TAG_TOKENS = 30;
const TAGS_FRAME_TOKENS = 40;
/** A model that writes more than this has run away. */
const ROOM = 2;
const OUTLINE_ROOM = 1.6;
/** What an outline may take of the context, so that its prompt keeps room. */
const OUTLINE_SHARE_OF_CONTEXT = 0.45;
/** In one answer: more take long, since nothing else runs beside an outline. */
const MOST_SLIDES_AN_ANSWER = 30;

const slideOfOutlineTokens = (language: string): number =>
  OUTLINE_WORDS * describeLanguage(language).tokensAWord + OUTLINE_MARKS_TOKENS;

/** Returns how many tokens the answer with an outline of so many slides may take. */
export function outlineAnswerTokens(contentSlides: number, language: string): number {
  return Math.ceil(OUTLINE_ROOM * (contentSlides * slideOfOutlineTokens(language) + OUTLINE_FRAME_TOKENS));
}

/** Returns how many slides one answer can plan within a context. */
export function slidesAnAnswer(contextTokens: number, language: string): number {
  const room = (contextTokens * OUTLINE_SHARE_OF_CONTEXT) / OUTLINE_ROOM - OUTLINE_FRAME_TOKENS;
  return Math.max(1, Math.min(MOST_SLIDES_AN_ANSWER, Math.floor(room / slideOfOutlineTokens(language))));
}

/** Returns how many tokens the answer with a slide of so many spoken words may take. */
export function slideAnswerTokens(words: number, language: string): number {
  const { tokensAWord } = describeLanguage(language);
  return Math.ceil(ROOM * ((words + SHOWN_WORDS) * tokensAWord + SHOWN_MARKS_TOKENS));
}

/** Returns how many tokens the answer with so many tags may take. */
export function tagsAnswerTokens(tags: number): number {
  return ROOM * (tags * TAG_TOKENS + TAGS_FRAME_TOKENS);
}
