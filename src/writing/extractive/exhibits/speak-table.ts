import type { NarrationSentence } from '../../../contract/schemas/slide-script.ts';
import { withNeeded } from '../choosing/choose-matter.ts';
import { speakSentences } from '../choosing/speak-sentences.ts';
import type { WritingLanguage } from '../languages/writing-language.ts';
import type { DocumentMatter, MatterSentence } from '../matter/document-matter.ts';
import { pointKey } from '../matter/point-key.ts';
import { plainWords } from '../wording/content-stems.ts';
import { capitalizeFirst, setQuotes } from '../wording/set-typography.ts';
import type { ExhibitInput } from './exhibit-draft.ts';

/** About 45 seconds. */
const MAX_WORDS = 105;
const MIN_CAPTION_WORDS = 2;

const countWords = (text: string): number => plainWords(text).length;

const withMark = (text: string, { typography }: WritingLanguage): string =>
  /[.!?…।॥]["'”’»]*$/u.test(text) ? text : `${text.replace(/[\s,;:–—-]+$/u, '')}${typography.fullStop}`;

/** Returns the line of a table as a sentence. */
export function rowSentence(line: string, { language }: DocumentMatter): string {
  return withMark(capitalizeFirst(setQuotes(line, language.typography.quotes)), language);
}

/** Returns a caption without its number, as a title; null when it has too few words to be one. */
export function captionTitle(caption: string | null, { exhibits, typography }: WritingLanguage): string | null {
  const label = exhibits.captionLabel;
  const bare = label === null ? (caption ?? '') : (caption ?? '').replace(label, '');
  const title = capitalizeFirst(setQuotes(bare.trim().replace(/[.:;,\s]+$/u, ''), typography.quotes));
  return countWords(title) >= MIN_CAPTION_WORDS ? title : null;
}

interface ProseAroundTable {
  /** Spoken before the table, and after it. */
  readonly before: readonly MatterSentence[];
  readonly after: readonly MatterSentence[];
}

/** Sentences of the slide's prose that fit into what the rows leave of the time; those nearest to the table first. */
function chooseProse(
  input: ExhibitInput,
  tablePassageId: string,
  takenWords: number,
  takeaway: MatterSentence | null,
): ProseAroundTable {
  const { passageIds, sentences } = input;
  const distance = (one: MatterSentence): number =>
    passageIds.indexOf(one.passageId) - passageIds.indexOf(tablePassageId);
  const isProse = (one: MatterSentence): boolean =>
    one.kind !== 'table' && !one.isRepeat && !one.isQuestion && !one.announcesList;
  const nearest = sentences
    .filter(isProse)
    .sort((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)) || a.index - b.index);
  const chosen = new Set(takeaway === null ? [] : withNeeded(takeaway));
  let words = [...chosen].reduce((sum, one) => sum + one.wordCount, takenWords);
  // Another section on the slide must not stay silent.
  const ownSection = input.matter.passages.get(tablePassageId)?.headingPath.join('\u0000') ?? '';
  const openers = sentences.filter(
    (one, at) =>
      isProse(one) &&
      one.sectionKey !== ownSection &&
      sentences.findIndex((other) => other.sectionKey === one.sectionKey && isProse(other)) === at,
  );
  for (const one of [...openers, ...nearest.filter((each) => !openers.includes(each))]) {
    const needed = withNeeded(one).filter((each) => !chosen.has(each));
    const more = needed.reduce((sum, each) => sum + each.wordCount, 0);
    if (words + more > MAX_WORDS) continue;
    words += more;
    for (const each of needed) chosen.add(each);
  }
  const inOrder = sentences.filter((one) => chosen.has(one));
  return {
    before: inOrder.filter((one) => distance(one) < 0),
    after: inOrder.filter((one) => distance(one) >= 0),
  };
}

/** How many of the lines can be spoken in the time of a slide, from the first one; at least two. */
export function countSpokenRows(lines: readonly string[]): number {
  let words = 0;
  const end = lines.findIndex((line, index) => {
    words += countWords(line);
    return index >= 2 && words > MAX_WORDS;
  });
  return end === -1 ? lines.length : end;
}

/**
 * Returns what is said to a table: the prose before it, its caption, its rows, the prose after it. `takeaway` is said in
 * any case, in its place, and speaks about the only point.
 */
export function speakTable(
  input: ExhibitInput,
  tablePassageId: string,
  caption: string | null,
  rows: readonly NarrationSentence[],
  takeaway: MatterSentence | null = null,
): { readonly narration: readonly NarrationSentence[]; readonly spoken: readonly MatterSentence[] } {
  const { matter, sentences } = input;
  const title = captionTitle(caption, matter.language);
  const titleKey = pointKey(title ?? '');
  // In some formats the caption is a paragraph as well.
  const prose = { ...input, sentences: sentences.filter((one) => pointKey(one.text) !== titleKey) };
  const isSaid = title === null || titleKey === pointKey(input.heading);
  const opening = isSaid ? [] : [{ text: withMark(title, matter.language), supports: null }];
  const takenWords = [...opening, ...rows].reduce((sum, one) => sum + countWords(one.text), 0);
  const { before, after } = chooseProse(prose, tablePassageId, takenWords, takeaway);
  const speak = (some: readonly MatterSentence[]): NarrationSentence[] =>
    speakSentences(some, (one) => (one === takeaway ? 0 : null), matter);
  return {
    narration: [...speak(before), ...opening, ...rows, ...speak(after)],
    spoken: [...before, ...after],
  };
}
