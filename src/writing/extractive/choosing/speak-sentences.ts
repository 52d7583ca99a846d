import type { NarrationSentence } from '../../../contract/schemas/slide-script.ts';
import type { DocumentMatter, MatterSentence } from '../matter/document-matter.ts';

/** Of a slide of many sections each has one sentence, and its heading would be half of what is said. */
const MAX_NAMED_SECTIONS = 4;

/** The last heading above a sentence; empty without one. */
const sectionTitle = (one: MatterSentence): string => one.sectionKey.split('\u0000').at(-1) ?? '';

/**
 * Returns sentences as they are spoken one after the other: one that follows its neighbour of the source keeps the
 * connective between them, and where the next section of a slide begins, its heading is said.
 */
export function speakSentences(
  spoken: readonly MatterSentence[],
  supportsOf: (sentence: MatterSentence) => number | null,
  { language, smallStems }: DocumentMatter,
): NarrationSentence[] {
  const isNamed = new Set(spoken.map((one) => one.sectionKey)).size <= MAX_NAMED_SECTIONS;
  return spoken.flatMap((one, at) => {
    const last = spoken[at - 1];
    const text = last !== undefined && one.before === last ? one.linkedText : one.text;
    const sentence = { text, supports: supportsOf(one) };
    if (last === undefined || !isNamed || last.sectionKey === one.sectionKey) return [sentence];
    const [title = ''] = language.titles.lower([sectionTitle(one)], smallStems);
    const next = title === '' ? null : language.phrases.nextTitle(title);
    return next === null ? [sentence] : [{ text: next, supports: null }, sentence];
  });
}
