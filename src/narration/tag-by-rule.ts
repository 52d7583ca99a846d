import type { SlideNarration, SpokenSentenceText, TaggedNarration } from '../contract/schemas/narration.ts';
import { tagAsTold } from './tag-as-told.ts';

/** What a rule asks for; the rate comes on top of the base. */
interface Rule {
  readonly matches: (sentence: SpokenSentenceText) => boolean;
  readonly extraRatePercent: number;
  readonly pauseMs: number | null;
}

// More than these per slide, and stress stresses nothing.
const MOST_TAGGED = 0.4;
const QUESTION = /[?？]["'”’»)]*$/u;
const DEFINITION = new RegExp(
  [
    // "Evaporation is the change …": up to five words, then a verb and an article; not "This is a problem".
    '^(?!(?:this|that|it|there|here|he|she|what|which|these|those|they|we|i|you|one|so|and|but)\\b)' +
      "(?:[\\p{L}\\d'’-]+\\s){1,5}(?:is|are)\\s(?:an?|the)\\s",
    '\\b(?:is|are|be|was|were)\\s(?:also\\s)?(?:called|known as|defined as|termed|named)\\b',
    '\\b(?:we|scientists|people|experts)\\scall\\b',
    // "…, which means that more has to be built" says what follows, not what a word means.
    '(?<!\\b(?:which|this|that|it|also)\\s)\\b(?:means that|refers to|stands for|is short for)\\b',
    '^(?:the word|the term)\\b',
    'कहते हैं|कहा जाता है|कहलात[ाेी]|का अर्थ|का मतलब|परिभाषा',
  ].join('|'),
  'iu',
);
// A longer sentence says more than what a word means, and drags when all of it is slow.
const LONGEST_DEFINITION_WORDS = 28;
const SUMMARY =
  /^(?:in short|in summary|in brief|to sum up|remember|in the end|the key (?:point|idea)|above all|overall|संक्षेप में|याद रखें|अंत में|सबसे ज़रूरी)(?![\p{L}\p{M}])/iu;

const countNumbers = (sentence: SpokenSentenceText): number =>
  sentence.words.filter((word) => /\p{N}/u.test(word.text)).length;

/** The most important first: they win when a slide has more candidates than tags. */
const RULES: readonly Rule[] = [
  {
    matches: ({ text, words }) =>
      words.length <= LONGEST_DEFINITION_WORDS && DEFINITION.test(text) && !QUESTION.test(text),
    extraRatePercent: -10,
    pauseMs: 800,
  },
  { matches: ({ text }) => QUESTION.test(text), extraRatePercent: 0, pauseMs: 800 },
  { matches: ({ text }) => SUMMARY.test(text), extraRatePercent: -6, pauseMs: 700 },
  // Three numbers in a sentence are hard to follow at full speed.
  { matches: (sentence) => countNumbers(sentence) >= 3, extraRatePercent: -6, pauseMs: null },
];

/**
 * Returns a slide's narration with prosody tags: definitions slower, time to think after questions and definitions,
 * summaries and sentences full of numbers a little slower. At most two in five sentences get more than the base; the
 * last gets no pause, since the slide ends there. `ratePercent` and `pitchSemitones` of the base hold for every
 * sentence. The same narration always gets the same tags.
 */
export function tagByRule(
  narration: SlideNarration,
  base: { readonly ratePercent: number; readonly pitchSemitones: number },
): TaggedNarration {
  const { sentences } = narration;
  const chosen = new Map<number, Rule>();
  const most = Math.floor(sentences.length * MOST_TAGGED);
  for (const rule of RULES) {
    sentences.forEach((sentence, index) => {
      const isPauseAtTheEnd = index === sentences.length - 1 && rule.extraRatePercent === 0;
      if (chosen.size < most && !chosen.has(index) && !isPauseAtTheEnd && rule.matches(sentence)) {
        chosen.set(index, rule);
      }
    });
  }
  const tags = [...chosen].map(([sentence, { extraRatePercent, pauseMs }]) => ({
    sentence,
    extraRatePercent,
    extraPitchSemitones: 0,
    pauseMs,
  }));
  return tagAsTold(narration, tags, base);
}
