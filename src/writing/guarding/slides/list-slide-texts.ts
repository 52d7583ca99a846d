import type { SlideAnswer } from '../../answers/slide-answer.ts';
import type { GuardedText, TextRole } from '../texts/guarded-text.ts';

/** Returns every text of a slide that is shown or said; its heading is the outline's, and keywords are judged apart. */
export function listSlideTexts(answer: SlideAnswer): GuardedText[] {
  const { columns, figure, items, meaning, narration, picture, points, quote, rows, says, term, unit, where, who } =
    answer;
  const one = (path: string, role: TextRole, text: string | undefined): GuardedText[] =>
    text === undefined || text.trim() === '' ? [] : [{ path, role, text }];
  return [
    ...(points ?? []).map((text, index): GuardedText => ({ path: `points[${index}]`, role: 'row', text })),
    ...one('term', 'name', term),
    ...one('meaning', 'sentence', meaning),
    ...one('quote', 'verbatim', quote),
    ...one('who', 'name', who),
    ...one('where', 'name', where),
    ...one('figure', 'name', figure),
    ...one('says', 'row', says),
    ...(columns ?? []).flatMap((text, column) => one(`columns[${column}]`, 'name', text)),
    ...(rows ?? []).flatMap((row, index) =>
      row.flatMap((text, column) => one(`rows[${index}][${column}]`, 'name', text)),
    ),
    ...one('unit', 'name', unit),
    ...(items ?? []).flatMap(({ label, value }, index) => [
      ...one(`items[${index}].label`, 'name', label),
      ...one(`items[${index}].value`, 'name', value),
    ]),
    ...one('picture.shows', 'name', picture?.shows),
    ...narration.map(({ text }, index): GuardedText => ({ path: `narration[${index}].text`, role: 'sentence', text })),
  ];
}
