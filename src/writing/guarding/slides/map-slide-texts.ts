import type { SlideAnswer } from '../../answers/slide-answer.ts';
import type { TextRole } from '../texts/guarded-text.ts';

/** Returns a slide with every text that is shown or said passed through a function. */
export function mapSlideTexts(answer: SlideAnswer, map: (text: string, role: TextRole) => string): SlideAnswer {
  const { columns, figure, items, meaning, picture, points, quote, rows, says, term, unit, where, who } = answer;
  const name = (text: string): string => map(text, 'name');
  return {
    ...answer,
    ...(points === undefined ? {} : { points: points.map((point) => map(point, 'row')) }),
    ...(term === undefined ? {} : { term: name(term) }),
    ...(meaning === undefined ? {} : { meaning: map(meaning, 'sentence') }),
    ...(quote === undefined ? {} : { quote: map(quote, 'verbatim') }),
    ...(who === undefined ? {} : { who: name(who) }),
    ...(where === undefined ? {} : { where: name(where) }),
    ...(figure === undefined ? {} : { figure: name(figure) }),
    ...(says === undefined ? {} : { says: map(says, 'row') }),
    ...(columns === undefined ? {} : { columns: columns.map(name) }),
    ...(rows === undefined ? {} : { rows: rows.map((row) => row.map(name)) }),
    ...(unit === undefined ? {} : { unit: name(unit) }),
    ...(items === undefined
      ? {}
      : { items: items.map(({ label, value }) => ({ label: name(label), value: name(value) })) }),
    ...(picture === undefined ? {} : { picture: { ...picture, shows: name(picture.shows) } }),
    narration: answer.narration.map(({ supports, text }) => ({ text: map(text, 'sentence'), supports })),
  };
}
