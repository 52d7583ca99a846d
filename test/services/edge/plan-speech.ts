/** Frames of the sound: 576 samples at 24 kHz are 24 ms. */
export const FRAME_MS = 24;

/** A stretch of the sound that carries a word or a sentence. */
export interface SpokenSpan {
  readonly text: string;
  readonly startFrame: number;
  readonly lengthFrames: number;
}

/** When each word of a text sounds, in MP3 frames from the start of the turn. */
export interface SpeechPlan {
  readonly words: readonly SpokenSpan[];
  readonly sentences: readonly SpokenSpan[];
  /** 0 when the text has nothing to say. */
  readonly totalFrames: number;
}

/** With the two frames of the encoder's delay: 0.17 s of silence before the first word, 0.8 s after the last. */
const HEAD_FRAMES = 5;
const TAIL_FRAMES = 35;
/** Between two sentences of one request, measured at 1.2 s. */
const SENTENCE_GAP_MS = 1200;
const CLAUSE_GAP_MS = 190;
const WORD_GAP_MS = 72;
/** The sound of a word needs two frames to fade out. */
const SHORTEST_GAP_FRAMES = 2;
const SHORTEST_WORD_FRAMES = 4;
/** The service stops here without a word. */
const LONGEST_FRAMES = (10 * 60 * 1000) / FRAME_MS;

const LETTER_MS = 62;
/** A written syllable of an Indic script, vowel sign and all. */
const SYLLABLE_MS = 120;
/** A digit or a symbol is a word. */
const DIGIT_MS = 300;

/** Lays a text out in time at about 155 words a minute. The words come without punctuation. */
export function planSpeech(text: string, rateFactor: number): SpeechPlan {
  const words: SpokenSpan[] = [];
  const sentences: SpokenSpan[] = [];
  const toFrames = (durationMs: number): number => Math.round(durationMs / rateFactor / FRAME_MS);
  let cursor = HEAD_FRAMES;
  let gapFrames = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    const start = words.length;
    for (const token of segment.trim().split(/\s+/u)) {
      const word = trimPunctuation(token);
      if (word === '') continue;
      cursor += gapFrames;
      const lengthFrames = Math.max(SHORTEST_WORD_FRAMES, toFrames(measureWordMs(word)));
      words.push({ text: word, startFrame: cursor, lengthFrames });
      cursor += lengthFrames;
      const gapMs = /[,;:–—]$/u.test(token) ? CLAUSE_GAP_MS : WORD_GAP_MS;
      gapFrames = Math.max(SHORTEST_GAP_FRAMES, toFrames(gapMs));
    }
    const first = words[start];
    if (first === undefined) continue;
    sentences.push({ text: segment.trim(), startFrame: first.startFrame, lengthFrames: cursor - first.startFrame });
    gapFrames = toFrames(SENTENCE_GAP_MS);
  }
  const totalFrames = words.length === 0 ? 0 : Math.min(LONGEST_FRAMES, cursor + TAIL_FRAMES);
  const isHeard = (span: SpokenSpan): boolean => span.startFrame + span.lengthFrames <= totalFrames;
  return { words: words.filter(isHeard), sentences: sentences.filter(isHeard), totalFrames };
}

function trimPunctuation(token: string): string {
  return token.replace(/^[^\p{L}\p{N}\p{S}&]+|[^\p{L}\p{M}\p{N}\p{S}&%]+$/gu, '');
}

function measureWordMs(word: string): number {
  let durationMs = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word)) {
    if (/^[\p{N}\p{S}&%]/u.test(segment)) durationMs += DIGIT_MS;
    else if (/^\p{Script=Latin}/u.test(segment)) durationMs += LETTER_MS;
    else if (/^\p{L}/u.test(segment)) durationMs += SYLLABLE_MS;
  }
  return durationMs;
}
