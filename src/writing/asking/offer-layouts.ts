import type { ChoosableLayout } from '../answers/outline-answer.ts';
import type { NamedPassage } from '../prompts/name-passages.ts';

const SAYING = /[“"«„][^“”"«»„]{25,}[”"»“]/u;
const FIGURES = /\p{Nd}[^\n]*\n[^\n]*\p{Nd}/u;

/** Returns the layouts that the matter bears: quotes and figures only where passages have them, so that none are invented. */
export function offerLayouts(passages: readonly NamedPassage[]): readonly ChoosableLayout[] {
  const hasOne = (test: (text: string, kind: string) => boolean): boolean =>
    passages.some(({ passage }) => test(passage.text, passage.kind));
  return [
    'bullets',
    'definition',
    'table',
    ...(hasOne((text, kind) => kind === 'quote' || SAYING.test(text)) ? ['quote' as const] : []),
    ...(hasOne((text) => /\p{Nd}/u.test(text)) ? ['big-number' as const] : []),
    ...(hasOne((text, kind) => kind === 'table' && FIGURES.test(text)) ? ['chart' as const] : []),
  ];
}
