import type { AnswerKind } from './answer-kind.ts';

/** Their layouts show an icon where they have no picture. */
const KINDS_WITH_ICON: ReadonlySet<AnswerKind> = new Set(['cover', 'bullets', 'definition']);

/** Whether a slide shows an icon: a model is asked for English words to choose it by. */
export function showsIcon(kind: AnswerKind, hasPicture: boolean): boolean {
  return !hasPicture && KINDS_WITH_ICON.has(kind);
}
