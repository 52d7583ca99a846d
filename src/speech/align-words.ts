import type { TimedWord } from '../contract/schemas/timeline.ts';
import { listSpokenWords } from '../narration/list-spoken-words.ts';
import type { EngineWord } from './speech-engine.ts';

interface Span {
  readonly startSample: number;
  readonly endSample: number;
}

interface SpokenToken {
  readonly startCharacter: number;
  readonly endCharacter: number;
}

export interface WordsToAlign {
  readonly spoken: string;
  /** The written words in order, each with the number of spoken words it became. */
  readonly written: readonly { readonly text: string; readonly spokenWords: number }[];
  /** What the engine timed, in order; may be parts of words, miss some, or be empty. */
  readonly timed: readonly EngineWord[];
  /** Where the voice begins and ends; no word lies outside. */
  readonly span: Span;
}

/**
 * Returns a time for every written word, in order, none missing, not overlapping, within the span.
 * Engine words belong to the spoken word whose characters they start in. A word without any shares the time between
 * its neighbours by its length in characters; a written word that became no spoken word lasts 0 samples.
 */
export function alignWords({ spoken, written, timed, span }: WordsToAlign): TimedWord[] {
  const tokens = findTokens(spoken);
  const starts = fillStarts(tokens, timed, span);
  const tokenSpans = tokens.map((token, index) => {
    const startSample = starts[index] ?? span.endSample;
    const next = starts[index + 1] ?? span.endSample;
    const heardUntil = timed.findLast((word) => isIn(token, word))?.endSample ?? next;
    return { startSample, endSample: Math.max(startSample, Math.min(next, heardUntil)) };
  });
  return shareTokens(written, tokenSpans, span);
}

/** The spoken words with their places in the text. */
function findTokens(spoken: string): SpokenToken[] {
  let from = 0;
  return listSpokenWords(spoken).map((word) => {
    const startCharacter = spoken.indexOf(word, from);
    from = startCharacter + word.length;
    return { startCharacter, endCharacter: from };
  });
}

const isIn = (token: SpokenToken, { startCharacter }: EngineWord): boolean =>
  startCharacter >= token.startCharacter && startCharacter < token.endCharacter;

/** Start of each token: what the engine heard, made ascending; in between by the share of characters. */
function fillStarts(tokens: readonly SpokenToken[], timed: readonly EngineWord[], span: Span): number[] {
  const starts: number[] = [];
  let previous = { index: -1, startCharacter: 0, sample: span.startSample };
  const fillUpTo = (end: number, endCharacter: number, endSample: number): void => {
    const characters = Math.max(1, endCharacter - previous.startCharacter);
    for (let index = previous.index + 1; index < end; index += 1) {
      const share = ((tokens[index]?.startCharacter ?? endCharacter) - previous.startCharacter) / characters;
      starts[index] = Math.round(previous.sample + share * (endSample - previous.sample));
    }
  };
  tokens.forEach((token, index) => {
    const heard = timed.find((word) => isIn(token, word));
    if (heard === undefined) return;
    const sample = Math.min(Math.max(heard.startSample, previous.sample), span.endSample);
    fillUpTo(index, token.startCharacter, sample);
    starts[index] = sample;
    previous = { index, startCharacter: token.startCharacter, sample };
  });
  fillUpTo(tokens.length, tokens.at(-1)?.endCharacter ?? 0, span.endSample);
  return starts;
}

/** Gives each written word its run of tokens. Counts that do not add up are stretched over the tokens there are. */
function shareTokens(written: WordsToAlign['written'], tokens: readonly Span[], span: Span): TimedWord[] {
  const counted = written.reduce((sum, word) => sum + word.spokenWords, 0);
  const scale = counted === 0 ? 0 : tokens.length / counted;
  let cursor = 0;
  let reached = span.startSample;
  return written.map(({ text, spokenWords }) => {
    const first = tokens[Math.min(Math.floor(cursor * scale), tokens.length - 1)];
    cursor += spokenWords;
    const last = tokens[Math.min(Math.ceil(cursor * scale) - 1, tokens.length - 1)];
    if (spokenWords === 0 || first === undefined || last === undefined) {
      return { text, startSample: reached, endSample: reached };
    }
    const startSample = Math.max(reached, first.startSample);
    reached = Math.max(startSample, last.endSample);
    return { text, startSample, endSample: reached };
  });
}
