import type { Outline, OutlineSlide } from '../../contract/schemas/outline.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { AnswerKind } from '../answers/answer-kind.ts';
import { showsIcon } from '../answers/shows-icon.ts';
import type { ModelMessage } from '../model-transport.ts';
import type { SlideToWrite } from '../writer.ts';
import { describeFields, type NarrationSize } from './describe-fields.ts';
import { describeLanguage } from './describe-language.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { fenceText, inlineText } from './fence-text.ts';
import { passagesOf } from './name-passages.ts';
import { listOwnPassages } from './own-passages.ts';
import { wholeDocument } from './prompt-document.ts';
import { sharedPrefix } from './shared-prefix.ts';

export interface SlidePromptInput extends SlideToWrite {
  readonly kind: AnswerKind;
  readonly size: NarrationSize;
  readonly contextTokens: number;
  readonly maxAnswerTokens: number;
}

/** Task and fields of a slide. */
const TASK_TOKENS = 700;

/** Returns the question for one slide: what all slides share, then its own part. Throws LANGUAGE_UNSUPPORTED. */
export function slidePrompt(input: SlidePromptInput): readonly ModelMessage[] {
  const { brief, contextTokens, kind, outline, size, slide } = input;
  const { document } = brief;
  const { described, name } = describeLanguage(brief.language);
  const prefix = sharedPrefix(brief, outline, contextTokens);
  const own = passagesOf(document, slide.passageIds);
  const isWhole = document !== null && wholeDocument(document, contextTokens) !== null;
  const room = contextTokens - estimateTokens(prefix.system + prefix.user) - TASK_TOKENS - input.maxAnswerTokens;
  const matter = own.length === 0 || isWhole ? [] : [fenceText('source', listOwnPassages(own, room, brief.language))];
  const wantsKeywords = showsIcon(kind, slide.pictureKeywords !== null);
  const fields = describeFields({
    kind,
    language: name,
    size,
    pictureKeywords: slide.pictureKeywords,
    wantsKeywords,
    passages: own.map((passage) => passage.name),
  });
  const task = [
    ...describePlace(slide, outline),
    ...(own.length === 0
      ? []
      : [`It is made from ${own.map((passage) => passage.name).join(', ')}, and from nothing else.`]),
    `Fields, in this order:\n${fields}`,
    `All texts in ${described}${keywordsLanguage(slide, wantsKeywords)}.`,
  ].join('\n');
  return [
    { role: 'system', content: prefix.system },
    { role: 'user', content: [prefix.user, ...matter, task].join('\n\n') },
  ];
}

function keywordsLanguage({ pictureKeywords }: OutlineSlide, wantsKeywords: boolean): string {
  if (pictureKeywords !== null) return '; picture keywords in English';
  return wantsKeywords ? '; keywords in English' : '';
}

/** Which slide it is, what it is for, and what stands around it. */
function describePlace(slide: OutlineSlide, { slides }: Outline): string[] {
  const at = slides.findIndex(({ id }) => id === slide.id);
  const before = at < 1 ? undefined : slides[at - 1];
  const after = at === -1 ? undefined : slides[at + 1];
  return [
    `Now write slide ${at + 1} of ${slides.length}: ${inlineText(slide.heading)}`,
    describeRole(slide),
    ...(slide.role === 'section' ? describeSection(slides, at) : []),
    ...(slide.claim === null ? [] : [`It shows: ${inlineText(slide.claim)}`]),
    ...(slide.covers.length === 0 ? [] : [`It alone covers: ${slide.covers.map(inlineText).join('; ')}`]),
    ...(before?.role === 'content' && slide.role === 'content'
      ? [`Said right before, not again: ${neighbour(before)}`]
      : []),
    ...(after?.role === 'content' && slide.role === 'content'
      ? [`Comes right after, not here: ${neighbour(after)}`]
      : []),
  ];
}

/** Headings of the slides that a section has. */
function describeSection(slides: readonly OutlineSlide[], at: number): string[] {
  const after = slides.slice(at + 1);
  const end = after.findIndex(({ role }) => role !== 'content');
  const own = after.slice(0, end === -1 ? after.length : end);
  return own.length === 0 ? [] : [`Slides of this part: ${own.map(({ heading }) => inlineText(heading)).join('; ')}`];
}

const neighbour = ({ claim, covers, heading }: OutlineSlide): string =>
  [heading, claim ?? covers.join('; ')]
    .filter((part) => part !== '')
    .map(inlineText)
    .join(': ');

function describeRole({ layout, role }: OutlineSlide): string {
  switch (role) {
    case 'cover':
      return 'It is the cover: greet in a few words, say what the lecture is about and why it matters to this audience.';
    case 'closing':
      return 'It is the last slide: sum up what the slides of the outline showed, then end with a thought to take along. Nothing new.';
    case 'section':
      return 'It opens a part of the lecture: say what question this part answers and why it comes now. No greeting; explain nothing yet, and do not list its slides.';
    case 'content':
      return `Layout: ${layout === 'bullets-picture' ? 'bullets beside a picture' : layout}. No greeting, no preview, no recap.`;
    default:
      return assertNever(role);
  }
}
