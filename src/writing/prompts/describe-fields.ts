import type { AnswerKind } from '../answers/answer-kind.ts';

/** How much a slide says, as its prompt asks for it. */
export interface NarrationSize {
  readonly words: number;
  /** Asked for; the schema allows a few fewer or more. */
  readonly sentences: number;
}

/** What a slide of each kind shows: one line a field, in the order of the schema. */
const SHOWN: Record<AnswerKind, { readonly fields: readonly string[]; readonly supports: string | null }> = {
  cover: { fields: [], supports: null },
  section: { fields: [], supports: null },
  closing: {
    fields: ['points: 3 things to remember, one from each stretch of the lecture, each of at most 12 words'],
    supports: 'point',
  },
  bullets: {
    fields: ['points: {points}, in the order in which they are explained, none saying what another says'],
    supports: 'point',
  },
  definition: {
    fields: ['term: the term, at most 3 words', 'meaning: what it is, 8 to 25 words, without the term at its head'],
    supports: null,
  },
  quote: {
    fields: [
      'quote: the words, copied letter by letter from a passage, without quotation marks',
      'who: who said it, as the passage has it, else ""',
      'where: the work or occasion, as the passage has it, else ""',
    ],
    supports: null,
  },
  'big-number': {
    fields: [
      'figure: the figure with its unit, copied from a passage, such as a percentage',
      'says: what the figure means, one statement of at most 16 words that holds it',
    ],
    supports: 'statement',
  },
  table: {
    fields: [
      'columns: 2 to 4 heads of at most 3 words; the first names the things compared',
      'rows: 2 to 5 rows, each with one cell a column, at most 5 words a cell',
    ],
    supports: 'row',
  },
  chart: {
    fields: [
      'unit: what the values are and what they count, at most 5 words',
      'items: 2 to 8 of label (at most 4 words) and value (copied from a passage)',
      'says: what the values show, one statement of at most 14 words',
    ],
    supports: 'statement',
  },
};

/** Models count sentences, and words of one sentence, better than words of a whole narration. */
const wordsEach = ({ sentences, words }: NarrationSize): number => Math.round(words / sentences);

/** A point needs a sentence of its own. */
const askedPoints = (sentences: number): string =>
  sentences < 4 ? '2 points' : sentences < 5 ? '2 or 3 points' : '3 or 4 points';

function supportsLine(noun: string | null): string {
  if (noun === null) return 'supports is null';
  return noun === 'statement'
    ? 'supports is 1 when it is about the statement, else null'
    : `supports is the number, from 1, of the ${noun} that it explains, else null; every ${noun} is explained by at least one sentence, in order`;
}

export interface FieldsInput {
  readonly kind: AnswerKind;
  /** Name of the lecture's language. */
  readonly language: string;
  readonly size: NarrationSize;
  /** Null when the slide has no picture; words that it should show, or none. */
  readonly pictureKeywords: readonly string[] | null;
  readonly wantsKeywords: boolean;
  /** Short names of the passages that it may cite. */
  readonly passages: readonly string[];
}

/** Returns the fields of a slide's answer in words, a line a field: a raw schema would be echoed by small models. */
export function describeFields({
  kind,
  language,
  passages,
  pictureKeywords,
  size,
  wantsKeywords,
}: FieldsInput): string {
  const { fields, supports } = SHOWN[kind];
  const wanted =
    pictureKeywords === null || pictureKeywords.length === 0 ? '' : `, close to ${pictureKeywords.join(', ')}`;
  return [
    'heading: as in the outline',
    ...fields.map((field) => field.replace('{points}', askedPoints(size.sentences))),
    ...(pictureKeywords === null
      ? []
      : [
          `picture: keywords (2 or 3 English words${wanted}) and shows (what is seen, one short sentence in ${language})`,
        ]),
    ...(wantsKeywords ? ['keywords: 2 or 3 English nouns for what stands for this slide'] : []),
    `narration: ${size.sentences} sentences of about ${wordsEach(size)} words, ${size.words} words in all; each has text and supports; ${supportsLine(supports)}`,
    ...(passages.length === 0 ? [] : [`citations: the passages used, of ${passages.join(', ')}`]),
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}
