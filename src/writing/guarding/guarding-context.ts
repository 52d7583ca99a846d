import type { AnswerKind } from '../answers/answer-kind.ts';

/** The text of a passage as the model sees it. */
export interface JudgedPassage {
  /** Short name that answers cite it by: "p3". */
  readonly name: string;
  readonly text: string;
}

/** What every text of an answer is judged by. */
export interface TextContext {
  /** ISO 639-1, of the lecture. */
  readonly language: string;
  /** All that the user said, and what was settled before: topic, audience, tone, titles. Its words and numbers are no inventions. */
  readonly given: string;
  /** What the answer may be taken from; empty without a document. */
  readonly passages: readonly JudgedPassage[];
}

/** What a slide is judged by. */
export interface SlideContext extends TextContext {
  readonly kind: AnswerKind;
  /** Heading of the slide in the outline: stands in where the slide's own cannot be used. */
  readonly heading: string;
  /** Words that the narration should have. */
  readonly words: number;
  /** What the other slides are made from: cover and closing slide speak of all of it, and cite none. */
  readonly whole?: readonly JudgedPassage[];
}

/** What an outline is judged by: its texts alone. */
export type OutlineContext = TextContext;

/** What the tags of a slide are judged by. */
export interface ProsodyContext {
  readonly sentences: readonly string[];
}

/** Everything that the answer was written from, as one text. */
export const knownText = ({ given, passages }: TextContext): string =>
  [given, ...passages.map(({ text }) => text)].join('\n');
