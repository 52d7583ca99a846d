import type { ChoosableLayout } from './outline-answer.ts';

/** What kind of slide a model is asked for: a layout of its own, or the frame of the lecture. */
export type AnswerKind = ChoosableLayout | 'cover' | 'section' | 'closing';
