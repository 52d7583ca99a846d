/** Words of fewer letters say little of what a text is about; Devanagari, which writes no vowel a, needs fewer. */
const LEAST_LETTERS = 4;
const LEAST_LETTERS_DEVANAGARI = 3;
/** How much of a word stays when it is bent. */
const STEM_SHARE = 0.7;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

const isTelling = (word: string): boolean =>
  [...word].length >= (/\p{Script=Devanagari}/u.test(word) ? LEAST_LETTERS_DEVANAGARI : LEAST_LETTERS);

/** Returns the words of a topic that say what it is about, in lower case; all of them when none is long enough. */
export function topicWords(topic: string): string[] {
  const words = [...new Set(topic.normalize('NFC').toLowerCase().match(WORD) ?? [])];
  const telling = words.filter(isTelling);
  return telling.length > 0 ? telling : words;
}

/** "tides" is found in "tide" and "farming" in "farmers"; a short word only as it is. */
function isIn(wanted: ReadonlySet<string>, word: string): boolean {
  const letters = [...word];
  if (letters.length < LEAST_LETTERS) return wanted.has(word);
  const stem = letters.slice(0, Math.max(LEAST_LETTERS, Math.ceil(letters.length * STEM_SHARE))).join('');
  return [...wanted].some((each) => each.startsWith(stem));
}

/** Returns which share of the words, 0 to 1, stands in a text, in whatever form. */
export function shareOfWords(words: readonly string[], text: string): number {
  if (words.length === 0) return 0;
  const wanted = new Set(text.normalize('NFC').toLowerCase().match(WORD) ?? []);
  return words.filter((word) => isIn(wanted, word)).length / words.length;
}
