import { InputError } from '../contract/errors.ts';
import type { Warning } from '../contract/step-result.ts';
import { type ReadTopic, readTopic } from '../documents/read-topic.ts';
import { keepDrawableTopic } from './keep-drawable.ts';

/**
 * Takes a topic into a plan: one line, in a language of a lecture, without the characters that no font can draw, of which
 * a warning tells. Throws INPUT_INVALID for a topic that nothing is left of.
 */
export function takeTopic(
  given: string,
  language: string | null,
): ReadTopic & { readonly warnings: readonly Warning[] } {
  const read = readTopic(given, language);
  const { topic, warnings } = keepDrawableTopic(read.topic);
  if (/[\p{L}\p{N}]/u.test(topic)) return { ...read, topic, warnings };
  throw new InputError(
    'INPUT_INVALID',
    `The fonts of the slides cannot draw the topic "${read.topic}"; word it in Latin, Devanagari, Cyrillic or Greek letters.`,
  );
}
