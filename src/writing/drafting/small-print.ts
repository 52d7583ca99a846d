import { isLanguageCode } from '../../contract/languages.ts';
import type { Outline } from '../../contract/schemas/outline.ts';
import type { SourceDocument } from '../../contract/schemas/source-document.ts';
import { nameWithoutFolders } from '../../shared/name-without-folders.ts';
import { findWritingLanguage } from '../extractive/languages/find-writing-language.ts';
import type { Phrases } from '../extractive/languages/writing-language.ts';
import { citeDocument } from '../extractive/wording/cite-document.ts';
import type { LectureBrief } from '../writer.ts';
import { MODEL_CREDITS } from './model-credits.ts';

function phrasesOf(language: string): Phrases | null {
  return (findWritingLanguage(language) ?? findWritingLanguage('en'))?.phrases ?? null;
}

/** Returns the small print of a slide: on the cover and at the end, what it was made from and that a model wrote it. */
export function smallPrint(
  role: Outline['slides'][number]['role'],
  { document, language, model }: LectureBrief,
  outline: Outline,
): string[] {
  if (role !== 'cover' && role !== 'closing') return [];
  const phrases = phrasesOf(language);
  const credit = MODEL_CREDITS[isLanguageCode(language) ? language : 'en'](nameWithoutFolders(model ?? ''));
  if (document === null || phrases === null) return [credit];
  return role === 'cover'
    ? [phrases.madeFrom(document.name)]
    : [phrases.source(cite(document, outline, phrases)), credit];
}

function cite(document: SourceDocument, { slides }: Outline, { pages }: Phrases): string {
  return citeDocument(document, new Set(slides.flatMap(({ passageIds }) => passageIds)), pages);
}
