import LineBreaker from 'linebreak';
import type { TextMeasurer, TextStyle } from '../text-measurer.ts';
import { usableShareOf } from './script-rules.ts';

/** A text in lines. */
export interface WrappedText {
  readonly lines: readonly string[];
  /** True when a word was wider than the line and had to be cut in two. */
  readonly wordBroken: boolean;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Breaks one paragraph into lines for a box of `boxWidthIn`. Breaks by UAX 14; a word wider than the line breaks by grapheme. */
export function wrapText(text: string, style: TextStyle, boxWidthIn: number, measurer: TextMeasurer): WrappedText {
  const limitIn = boxWidthIn * usableShareOf(text);
  const fits = (piece: string) => measurer.widthIn(piece.trimEnd(), style) <= limitIn;
  const lines: string[] = [];
  let line = '';
  let wordBroken = false;
  for (const piece of listPieces(text)) {
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (line !== '') lines.push(line);
    line = piece;
    if (!fits(piece)) {
      wordBroken = true;
      const parts = breakWord(piece, fits);
      line = parts.pop() ?? '';
      lines.push(...parts);
    }
  }
  if (line !== '') lines.push(line);
  return { lines: lines.map((each) => each.trimEnd()), wordBroken };
}

function listPieces(text: string): string[] {
  const breaker = new LineBreaker(text);
  const pieces: string[] = [];
  let start = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    pieces.push(text.slice(start, next.position));
    start = next.position;
  }
  return pieces;
}

function breakWord(word: string, fits: (piece: string) => boolean): string[] {
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(word)) {
    if (part !== '' && !fits(part + segment)) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  parts.push(part);
  return parts;
}
