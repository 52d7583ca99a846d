import type { NarrationSentence } from '../../../contract/schemas/slide-script.ts';
import { chooseMatter } from '../choosing/choose-matter.ts';
import { speakSentences } from '../choosing/speak-sentences.ts';
import type { MatterSentence } from '../matter/document-matter.ts';
import type { ExhibitInput } from './exhibit-draft.ts';

/** Returns what is said to a slide that shows one sentence large: that sentence among those that a slide of rows speaks. */
export function speakAround(
  shown: MatterSentence,
  supports: 0 | null,
  { sentences, heading, matter }: ExhibitInput,
): { readonly narration: readonly NarrationSentence[]; readonly spoken: readonly MatterSentence[] } {
  const { spoken } = chooseMatter(sentences, heading, matter, shown);
  return {
    narration: speakSentences(spoken, (one) => (one === shown ? supports : null), matter),
    spoken,
  };
}
