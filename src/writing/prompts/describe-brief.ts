import type { SourceDocument } from '../../contract/schemas/source-document.ts';
import type { LectureBrief } from '../writer.ts';
import { describeLanguage } from './describe-language.ts';
import { fenceText, inlineText } from './fence-text.ts';

/**
 * Returns what a lecture is about and for whom, as the first lines of a prompt. `slides`: cover and closing slide included.
 * Throws LANGUAGE_UNSUPPORTED.
 */
export function describeBrief(brief: LectureBrief, slides: number): string {
  const { audience, document, language, tone, topic } = brief;
  return [
    `The lecture: ${slides} slides, cover and closing slide included.`,
    `Language: ${describeLanguage(language).described}.`,
    ...(audience === null ? [] : [`Audience: ${inlineText(audience)}`]),
    ...(tone === null ? [] : [`Tone: ${inlineText(tone)}`]),
    ...(topic === null ? [] : [`Topic:\n${fenceText('topic', topic.trim())}`]),
    ...(document === null ? [] : describeDocument(document)),
  ].join('\n');
}

/** The subtitle stands in no passage, and may be the one sentence that says what the document is about. */
function describeDocument({ name, subtitle, title }: SourceDocument): string[] {
  const named = `Document: ${inlineText(title)} (${inlineText(name)})`;
  return subtitle === null ? [named] : [named, `Its subtitle:\n${fenceText('source', subtitle)}`];
}
