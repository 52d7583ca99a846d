import { InputError } from '../../contract/errors.ts';
import { READING_LIMITS } from '../reading-limits.ts';

const countOf = (value: number): string => value.toLocaleString('en-US');

/** Throws INPUT_INVALID when a text holds nothing, or more than a lecture can be made of; the message has its size. */
export function assertReadableLength(text: string, name: string): void {
  if (text.trim() === '') {
    throw new InputError('INPUT_INVALID', `"${name}" holds no text; give a document with a few sentences.`);
  }
  if (text.length <= READING_LIMITS.textChars) return;
  const wordCount = text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
  throw new InputError(
    'INPUT_INVALID',
    `"${name}" has about ${countOf(wordCount)} words (${countOf(text.length)} characters), and Lectra reads at most ${countOf(READING_LIMITS.textChars)} characters; give one chapter of it.`,
  );
}
