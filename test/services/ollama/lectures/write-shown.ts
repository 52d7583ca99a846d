import type { LectureQuestion } from './lecture-question.ts';
import { boundsOf } from './schema-parts.ts';
import type { WordMill } from './word-mill.ts';

/** What a slide shows beside its heading, and how many rows of it a sentence may speak about. */
export interface Shown {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly rows: number;
}

const MOST_POINTS = 4;
const QUOTE_WORDS = { least: 5, most: 30 } as const;

/** Writes the fields of one kind of slide. Quotes and figures come from the cited text, which has to hold some. */
export function writeShown(input: {
  readonly properties: LectureQuestion['properties'];
  readonly mill: WordMill;
  readonly cited: string;
  /** No more rows than sentences, so that each is spoken about. */
  readonly mostRows: number;
}): Shown {
  const { cited, mill, mostRows, properties } = input;
  const { fill, thing, words } = mill;
  const rowsOf = (field: string) => {
    const { least, most } = boundsOf(properties[field] ?? {});
    return Math.max(least, Math.min(most, MOST_POINTS, mostRows));
  };
  const list = <Item>(length: number, make: () => Item) => Array.from({ length }, make);

  if ('points' in properties) {
    const points = list(rowsOf('points'), () => fill(words.points));
    return { fields: { points }, rows: points.length };
  }
  if ('rows' in properties) {
    const rows = list(rowsOf('rows'), () => list(words.columns.length, thing));
    return { fields: { columns: words.columns, rows }, rows: rows.length };
  }
  if ('term' in properties) return { fields: { term: thing(), meaning: fill([words.meaning]) }, rows: 0 };
  if ('quote' in properties) return { fields: { quote: sentenceIn(cited), who: '', where: '' }, rows: 0 };
  const figures = figuresIn(cited);
  if ('items' in properties) {
    const { least } = boundsOf(properties.items ?? {});
    const items = figures.slice(0, Math.max(least, MOST_POINTS)).map((value) => ({ label: thing(), value }));
    return { fields: { unit: '', items, says: fill(words.points) }, rows: 1 };
  }
  if ('figure' in properties) return { fields: { figure: figures[0] ?? '', says: fill(words.points) }, rows: 1 };
  return { fields: {}, rows: 0 };
}

function sentenceIn(text: string): string {
  const sentences = text.match(/[^.!?।]+[.!?।]/gu) ?? [];
  const fitting = sentences
    .map((sentence) => sentence.trim())
    .find((sentence) => {
      const wordCount = sentence.split(/\s+/u).length;
      return wordCount >= QUOTE_WORDS.least && wordCount <= QUOTE_WORDS.most;
    });
  return fitting ?? text.trim();
}

function figuresIn(text: string): readonly string[] {
  return [...new Set(text.match(/\d+(?:[.,]\d+)*/g))];
}
