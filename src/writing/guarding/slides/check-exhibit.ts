import { canShowTable } from '../../../deck/can-show-table.ts';
import type { SlideAnswer } from '../../answers/slide-answer.ts';
import { parseFigure } from '../../extractive/exhibits/parse-figure.ts';
import { plainWords } from '../../extractive/wording/content-stems.ts';
import type { SlideContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { quoteExcerpt } from '../quote-excerpt.ts';
import { holdsVerbatim } from './holds-verbatim.ts';

/** Finds what cannot be shown: a table with holes, figures that are none, a quotation that was altered, names from nowhere. */
export function checkExhibit(answer: SlideAnswer, context: SlideContext): Problem[] {
  return [...checkTable(answer), ...checkFigure(answer), ...checkItems(answer), ...checkQuote(answer, context)];
}

function checkTable({ columns, rows }: SlideAnswer): Problem[] {
  if (columns === undefined || rows === undefined) return [];
  const ragged = rows.flatMap((row, index): Problem[] => {
    const path = `rows[${index}]`;
    if (row.length !== columns.length) {
      const message = `the row ${quoteExcerpt(row.join(' | '))} has ${row.length} cells for ${columns.length} columns`;
      return [{ path, rule: 'ragged-row', message }];
    }
    const isNamed = (row[0] ?? '').trim() !== '' && row.slice(1).some((cell) => cell.trim() !== '');
    if (isNamed) return [];
    return [
      { path, rule: 'ragged-row', message: `the row ${quoteExcerpt(row.join(' | '))} has no name or nothing else` },
    ];
  });
  const labels = [
    ...sameLabels(columns, 'columns'),
    ...sameLabels(
      rows.map(([first = '']) => first),
      'rows',
    ),
  ];
  if (
    ragged.length > 0 ||
    labels.length > 0 ||
    canShowTable({ columns: [...columns], rows: rows.map((row) => [...row]) })
  ) {
    return [...ragged, ...labels];
  }
  return [{ path: 'rows', rule: 'table-too-wide', message: 'the cells of the table are too long for a slide' }];
}

function checkFigure({ figure }: SlideAnswer): Problem[] {
  if (figure === undefined || /\p{Nd}/u.test(figure)) return [];
  return [{ path: 'figure', rule: 'figure-unreadable', message: `the figure ${quoteExcerpt(figure)} has no number` }];
}

function checkItems({ items }: SlideAnswer): Problem[] {
  if (items === undefined) return [];
  const unreadable = items.flatMap(({ label, value }, index): Problem[] =>
    parseFigure(value) !== null
      ? []
      : [
          {
            path: `items[${index}].value`,
            rule: 'figure-unreadable',
            message: `the value ${quoteExcerpt(value)} of ${quoteExcerpt(label)} is no single number`,
          },
        ],
  );
  return [
    ...unreadable,
    ...sameLabels(
      items.map(({ label }) => label),
      'items',
    ),
  ];
}

function sameLabels(labels: readonly string[], field: 'columns' | 'rows' | 'items'): Problem[] {
  const keys = labels.map((label) => plainWords(label).join(' '));
  return labels.flatMap((label, index): Problem[] =>
    keys.indexOf(keys[index] ?? '') === index || keys[index] === ''
      ? []
      : [
          {
            path: `${field}[${index}]`,
            rule: 'same-label',
            message: `the name ${quoteExcerpt(label)} stands there twice`,
          },
        ],
  );
}

function checkQuote({ quote, where, who }: SlideAnswer, { given, passages }: SlideContext): Problem[] {
  if (quote === undefined || passages.length === 0) return [];
  const texts = passages.map(({ text }) => text);
  const altered: Problem[] = texts.some((text) => holdsVerbatim(text, quote))
    ? []
    : [
        {
          path: 'quote',
          rule: 'quote-altered',
          message: `the quotation ${quoteExcerpt(quote)} does not stand so in any passage`,
        },
      ];
  const unknown = (
    [
      ['who', who],
      ['where', where],
    ] as const
  ).flatMap(([path, name = '']): Problem[] =>
    name.trim() === '' || [...texts, given].some((text) => holdsVerbatim(text, name))
      ? []
      : [{ path, rule: 'name-uncited', message: `the name ${quoteExcerpt(name)} stands in no passage` }],
  );
  return [...altered, ...unknown];
}
