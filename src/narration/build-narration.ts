// The folder's port: from a slide's script to sentences for eye and ear, prosody tags, speech segments, and the
// timeline of the video. Pure: text and sample counts in, plain data out. It knows no speech engine, no file and no
// drawing; it reads laid-out pages only for the points they hold.

import { InputError } from '../contract/errors.ts';
import type { SlideNarration, SpokenSentenceText } from '../contract/schemas/narration.ts';
import type { SlideScript } from '../contract/schemas/slide-script.ts';
import { ENGLISH_VOCABULARY } from './english-vocabulary.ts';
import { generalVocabulary } from './general-vocabulary.ts';
import { HINDI_VOCABULARY } from './hindi-vocabulary.ts';
import { listSpokenWords } from './list-spoken-words.ts';
import { speakWord } from './speak-word.ts';
import { splitSentences } from './split-sentences.ts';
import { chooseVocabulary } from './spoken-vocabulary.ts';
import { tidyWrittenText } from './tidy-written-text.ts';

function buildSentence(text: string, supports: number | null, language: string): SpokenSentenceText {
  const vocabulary = chooseVocabulary({ en: ENGLISH_VOCABULARY, hi: HINDI_VOCABULARY }, generalVocabulary, language);
  const written = text.split(' ');
  const said = written.map((_word, index) => speakWord(written, index, vocabulary));
  const joined = said
    .filter((part) => part !== '')
    .join(' ')
    .replace(/\s+(?=[.,;:!?…।॥)]+(?:\s|$))/gu, '')
    .replace(/,(?:\s*,)+/gu, ',')
    .replace(/^[\s.,;:!?…।॥)]+/u, '');
  // A heading read as a sentence falls in pitch only before a full stop.
  const end = /[\p{L}\p{M}\p{N}]$/u.test(joined) ? (/^(?:hi|ne)(?:-|$)/iu.test(language) ? '।' : '.') : '';
  const words = written.map((word, index) => ({
    text: word,
    spokenWords: listSpokenWords(said[index] ?? '').length,
  }));
  return { text, spoken: `${joined}${end}`, words, supports };
}

/**
 * Returns what is said on one slide, sentence by sentence: the written text (captions show exactly this), the text for
 * a speech engine, and how many spoken words each written word became. A sentence with nothing to say, such as a lone
 * emoji, joins its neighbour. Throws INPUT_INVALID when the whole slide has no word that a voice could say.
 */
export function buildNarration(script: SlideScript, language: string): SlideNarration {
  const sentences: { text: string; supports: number | null }[] = [];
  let unsayable = '';
  for (const item of script.narration) {
    for (const piece of splitSentences(item.text, language)) {
      const text = tidyWrittenText(piece);
      if (text === '') continue;
      const last = sentences.at(-1);
      if (listSpokenWords(buildSentence(text, null, language).spoken).length > 0) {
        sentences.push({ text: `${unsayable} ${text}`.trim(), supports: item.supports });
        unsayable = '';
      } else if (last === undefined) unsayable = `${unsayable} ${text}`.trim();
      else last.text = `${last.text} ${text}`;
    }
  }
  if (sentences.length === 0) {
    throw new InputError(
      'INPUT_INVALID',
      `The narration of slide ${script.slideId} ("${script.heading}") holds no word to say; write at least one sentence for it.`,
    );
  }
  return {
    slideId: script.slideId,
    sentences: sentences.map(({ text, supports }) => buildSentence(text, supports, language)),
  };
}
