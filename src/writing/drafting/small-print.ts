import type { Outline } from '../../contract/schemas/outline.ts';
import type { SourceDocument } from '../../contract/schemas/source-document.ts';
import { findWritingLanguage } from '../extractive/languages/find-writing-language.ts';
import type { Phrases } from '../extractive/languages/writing-language.ts';
import { citeDocument } from '../extractive/wording/cite-document.ts';
import type { LectureBrief } from '../writer.ts';

const ENGLISH_CREDIT = (model: string): string => `Written by the language model ${model} with Lectra.`;
/** Languages whose slides do not show an English sentence. */
const CREDITS: Readonly<Record<string, (model: string) => string>> = {
  hi: (model) => `भाषा मॉडल ${model} ने Lectra के साथ लिखा।`,
};

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
  const credit = (CREDITS[language] ?? ENGLISH_CREDIT)(model ?? '');
  if (document === null || phrases === null) return [credit];
  return role === 'cover'
    ? [phrases.madeFrom(document.name)]
    : [phrases.source(cite(document, outline, phrases)), credit];
}

function cite(document: SourceDocument, { slides }: Outline, { pages }: Phrases): string {
  return citeDocument(document, new Set(slides.flatMap(({ passageIds }) => passageIds)), pages);
}
