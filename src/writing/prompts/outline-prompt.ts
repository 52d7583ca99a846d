import type { ChoosableLayout } from '../answers/outline-answer.ts';
import { partKey } from '../answers/parted-outline-answer.ts';
import type { ModelMessage } from '../model-transport.ts';
import type { LectureBrief } from '../writer.ts';
import { describeBrief } from './describe-brief.ts';
import { describeLanguage } from './describe-language.ts';
import type { DocumentDigest } from './digest-document.ts';
import { fenceText, inlineText } from './fence-text.ts';
import { SYSTEM_TEXT } from './system-text.ts';

/** A part of a lecture that is too long for one answer. */
export interface OutlinePart {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  /** What this part is about; null where its passages say it. */
  readonly about: { readonly heading: string; readonly claim: string; readonly covers: readonly string[] } | null;
  /** Headings of the other parts. */
  readonly others: readonly string[];
}

export interface OutlinePromptInput {
  readonly brief: LectureBrief;
  /** Of the whole lecture, cover and closing slide included. */
  readonly slides: number;
  /** To plan in this answer. */
  readonly contentSlides: number;
  /** How many of them each part has that gets a title; null for one row of slides. */
  readonly sections: readonly number[] | null;
  readonly layouts: readonly ChoosableLayout[];
  /** What is planned from; null for a topic alone. */
  readonly digest: DocumentDigest | null;
  /** `parts`: its entries are parts of a lecture that is too long for one answer. Null when one answer holds all of it. */
  readonly part: OutlinePart | 'parts' | null;
}

const LAYOUT_USES: Record<ChoosableLayout, string> = {
  bullets: 'bullets (2 to 5 points, the usual one)',
  definition: 'definition (one term and its meaning)',
  table: 'table (things compared by the same features)',
  quote: 'quote (words of a person that stand in a passage)',
  'big-number': 'big-number (one figure of a passage that says it all)',
  chart: 'chart (2 to 8 figures of one unit that stand in a passage)',
};

/** Returns the question for an outline: rules, brief, matter, then what to answer. Throws LANGUAGE_UNSUPPORTED. */
export function outlinePrompt(input: OutlinePromptInput): readonly ModelMessage[] {
  const { brief, digest } = input;
  const user = [
    describeBrief(brief, input.slides),
    ...(digest === null ? [] : [fenceText('source', digest.text)]),
    ...(input.part === null ? [] : [describePart(input.part)]),
    describeTask(input),
  ].join('\n\n');
  return [
    { role: 'system', content: SYSTEM_TEXT },
    { role: 'user', content: user },
  ];
}

function describePart(part: OutlinePart | 'parts'): string {
  if (part === 'parts') {
    return 'The lecture is long: plan its parts first, not its slides. Each entry of slides is a part of many slides.';
  }
  const { about, number, of, others } = part;
  const matter =
    about === null
      ? 'It covers the passages above.'
      : `It is about: ${inlineText(about.heading)}. ${inlineText(about.claim)} (${about.covers.map(inlineText).join('; ')})`;
  const reserved = others.length === 0 ? [] : [`Other parts cover: ${others.map(inlineText).join('; ')}`];
  return [`Plan part ${number} of ${of} of this lecture. ${matter}`, ...reserved].join('\n');
}

function describeTask({ brief, contentSlides, digest, layouts, sections }: OutlinePromptInput): string {
  const { name } = describeLanguage(brief.language);
  const uses = layouts.map((layout) => LAYOUT_USES[layout]).join(', ');
  return `Now plan it. Keep every text short. Fields, in this order:
- title: of the lecture, at most 8 words
- subtitle: what it promises, at most 12 words
${sections === null ? describeRow(contentSlides) : describeSections(sections)}
  - heading: at most 7 words, unlike all others
  - claim: what it shows to be true, one sentence of at most 14 words
  - covers: 2 things of at most 4 words that it alone explains; no other slide has them
  - layout: ${uses}
  - picture: ${layouts.includes('bullets') ? 'true for about half of the slides with layout bullets, else false' : 'false'}
  - passages: ${digest === null ? 'empty' : 'short names ("p1") of the 1 to 8 passages that it is made from; no passage on two slides'}
- closing: heading of the last slide, at most 6 words
All texts in ${name}.`;
}

const FRAMED = 'Cover and closing slide come from title and closing, so none of these introduces or sums up.';

function describeRow(contentSlides: number): string {
  const slides = contentSlides === 1 ? '1 slide' : `${contentSlides} slides`;
  return `- slides: exactly ${slides}, in the order of teaching, each building on those before. ${FRAMED} Each slide has`;
}

function describeSections(sizes: readonly number[]): string {
  const list = sizes.map((size, index) => `${partKey(index)} of ${size} slides`).join(', ');
  return `- parts: ${list}, in the order of teaching, each building on those before. Each part has a title (at most 5 words, what its slides have in common, unlike every heading), shown on a slide of its own, and its slides. ${FRAMED} Each slide has`;
}
