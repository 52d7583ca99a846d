import type { OutlineSlide } from '../../contract/schemas/outline.ts';
import type { NarrationSize } from '../prompts/describe-fields.ts';
import { USUAL_WORDS } from './plan-words.ts';

const WORDS_A_SENTENCE = 14;
const FEWEST_SENTENCES = 2;

/** Returns how much is said on a slide; as usual for its role where the outline does not say. */
export function narrationSize({ role, words }: OutlineSlide): NarrationSize {
  const wanted = words ?? USUAL_WORDS[role];
  return { words: wanted, sentences: Math.max(FEWEST_SENTENCES, Math.round(wanted / WORDS_A_SENTENCE)) };
}
