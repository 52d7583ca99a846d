import type { BigNumberExhibit } from '../../../contract/schemas/exhibit.ts';
import type { MatterSentence } from '../matter/document-matter.ts';
import { contentStems } from '../wording/content-stems.ts';
import type { ExhibitDraft, ExhibitInput } from './exhibit-draft.ts';
import { speakAround } from './speak-around.ts';

/** Three lines of the sentence under the figure. */
const MAX_SENTENCE_CHARS = 160;
const MAX_FIGURE_CHARS = 24;
/** The first kinds of a language's patterns are the most telling. */
const KIND_STEP = 0.08;

interface Found {
  readonly exhibit: BigNumberExhibit;
  readonly kind: number;
}

/** 99.9 / 100 is not 0.999 in binary. */
const SHARE_DECIMALS = 6;

const percentOf = (figure: string): number | null => {
  const digits = /^(\p{N}+(?:\.\p{N}+)?)\s?(?:%|percent|per cent|प्रतिशत)/iu.exec(figure)?.[1];
  return digits === undefined ? null : Number((Number(digits) / 100).toFixed(SHARE_DECIMALS));
};

/** The one figure of a sentence; null when it has none, or several of which none is the figure. */
function findFigure(text: string, { matter }: ExhibitInput): Found | null {
  const { figures, shareInWords } = matter.language.exhibits;
  const all = figures.flatMap((pattern, kind) => [...text.matchAll(pattern)].map((match) => ({ match, kind })));
  const [only] = all;
  if (only === undefined || all.some(({ match }) => match.groups?.figure !== only.match.groups?.figure)) return null;
  const figure = only.match.groups?.figure?.trim() ?? '';
  if (figure === '' || figure.length > MAX_FIGURE_CHARS) return null;
  const isShare = only.match.groups?.share !== undefined;
  const share = shareInWords(figure) ?? (isShare ? percentOf(figure) : null);
  const shown = /^\p{L}/u.test(figure) ? figure.charAt(0).toUpperCase() + figure.slice(1) : figure;
  return {
    exhibit: { kind: 'big-number', figure: shown, share: share !== null && share >= 0 && share <= 1 ? share : null },
    kind: only.kind,
  };
}

/** The sentence under the figure: its row when that keeps the figure, else all of it. */
function pointOf(one: MatterSentence, found: Found): string | null {
  if (one.point === null) return null;
  const has = (text: string): boolean =>
    text.replaceAll('\u00a0', ' ').toLowerCase().includes(found.exhibit.figure.replaceAll('\u00a0', ' ').toLowerCase());
  if (has(one.point)) return one.point;
  const whole = one.text.replace(/[.!…]+$/u, '');
  return whole.length <= MAX_SENTENCE_CHARS && has(whole) ? whole : null;
}

/** Drafts the strongest figure that stands alone in a sentence of prose; null when there is none. */
export function draftBigNumber(input: ExhibitInput): ExhibitDraft | null {
  const { words } = input.matter.language;
  const headingStems = new Set(contentStems(`${input.heading} ${input.matter.title}`, words));
  const found = input.sentences.flatMap((one) => {
    if (one.kind !== 'paragraph' || one.isQuestion || one.needs !== null || one.point === null) return [];
    const figure = findFigure(one.text, input);
    const point = figure === null ? null : pointOf(one, figure);
    if (figure === null || point === null) return [];
    const isOnTopic = one.stems.some((stem) => headingStems.has(stem));
    const strength =
      0.62 -
      figure.kind * KIND_STEP +
      (isOnTopic ? 0.15 : 0) +
      (figure.exhibit.share === null ? 0 : 0.1) -
      (one.wordCount > 24 ? 0.15 : 0);
    return [{ one, point, exhibit: figure.exhibit, strength }];
  });
  const best = found.sort((a, b) => b.strength - a.strength || a.one.index - b.one.index)[0];
  if (best === undefined) return null;
  return {
    exhibit: best.exhibit,
    points: [best.point],
    speak: () => speakAround(best.one, 0, input),
    passageIds: [],
    strength: best.strength,
  };
}
