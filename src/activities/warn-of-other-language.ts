import { isLanguageCode, LANGUAGES } from '../contract/languages.ts';
import type { WriterChoice } from '../contract/plan.ts';
import type { Warning } from '../contract/step-result.ts';
import { findOtherLanguage } from '../documents/find-other-language.ts';
import type { LectureBrief } from '../writing/writer.ts';

/** Warns that a document is in another language than the lecture: a writer without a model takes its sentences as they are. */
export function warnOfOtherLanguage(
  { document, language }: Pick<LectureBrief, 'document' | 'language'>,
  { model }: Pick<WriterChoice, 'model'>,
): readonly Warning[] {
  if (model !== null || document === null || !isLanguageCode(language)) return [];
  const other = findOtherLanguage(document, language);
  if (other === null) return [];
  return [
    {
      code: 'LANGUAGE_MISMATCH',
      message: `"${document.name}" seems to be written in ${other}, but the lecture is in ${LANGUAGES[language]}: without a language model its sentences stay as they are. Leave out --language, or use a writer with a model, which translates.`,
    },
  ];
}
