import type { LectureQuestion } from './lecture-question.ts';
import { boundsOf, choicesOf, itemsOf } from './schema-parts.ts';
import { countWords, createWordMill, type WordMill } from './word-mill.ts';
import { writeShown } from './write-shown.ts';

/** A sentence this long is easily spoken. */
const SENTENCE_WORDS = 14;
const MOST_CITATIONS = 3;

/** Writes one slide of the kind whose fields are asked for, with a narration of the wanted length. */
export function writeSlide(question: LectureQuestion, mill: WordMill, random: () => number): unknown {
  const { heading, passages, properties, wordCount } = question;
  const { fill, words } = mill;
  const bounds = boundsOf(properties.narration ?? {});
  const wished = question.sentenceCount ?? Math.round(wordCount / SENTENCE_WORDS);
  const sentenceCount = Math.min(bounds.most, Math.max(bounds.least, wished));
  const citations = choicesOf(itemsOf(properties.citations ?? {})).slice(0, MOST_CITATIONS);
  const cited = citations.map((name) => passages.get(name) ?? '').join('\n');
  const shown = writeShown({ properties, mill, cited, mostRows: sentenceCount });
  // The slide that opens a section shows nothing either, and greets nobody; it has no icon to find by keywords.
  const isCover = Object.keys(shown.fields).length === 0 && 'keywords' in properties;
  const opening = isCover ? [`${fill([words.welcome])}${words.fullStop}`] : [];
  return {
    heading: heading ?? fill(words.headings),
    ...shown.fields,
    ...('picture' in properties && { picture: writePicture(mill, random) }),
    ...('keywords' in properties && { keywords: things(random) }),
    narration: speak(mill, opening, sentenceCount, wordCount).map((text, index) => ({
      text,
      // Each row has its share of the sentences, in order.
      supports: shown.rows === 0 ? null : Math.floor((index * shown.rows) / sentenceCount) + 1,
    })),
    ...('citations' in properties && { citations }),
  };
}

/** Sentences that share what is left of the words, so that their sum comes out near it. */
function speak(mill: WordMill, opening: readonly string[], sentenceCount: number, wordCount: number): string[] {
  const texts = [...opening];
  while (texts.length < sentenceCount) {
    const left = wordCount - countWords(texts.join(' '));
    texts.push(mill.sentence(left / (sentenceCount - texts.length)));
  }
  return texts;
}

/** Search words are English, whatever the lecture is in. */
function things(random: () => number): string[] {
  const english = createWordMill('en', random);
  return [english.thing(), english.thing()];
}

function writePicture({ fill, words }: WordMill, random: () => number): unknown {
  return { keywords: things(random), shows: fill([words.shows]) };
}
