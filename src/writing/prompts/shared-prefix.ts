import type { Outline } from '../../contract/schemas/outline.ts';
import type { LectureBrief } from '../writer.ts';
import { describeBrief } from './describe-brief.ts';
import { fenceText } from './fence-text.ts';
import { outlineLines } from './outline-lines.ts';
import { wholeDocument } from './prompt-document.ts';
import { SYSTEM_TEXT } from './system-text.ts';

/** What all script calls of a run begin with, byte for byte, so that a server works it out once. */
export interface SharedPrefix {
  readonly system: string;
  /** The head of the user's message. */
  readonly user: string;
}

/** Returns the shared head of all script calls: rules, brief, a short document whole, the outline. Throws LANGUAGE_UNSUPPORTED. */
export function sharedPrefix(brief: LectureBrief, outline: Outline, contextTokens: number): SharedPrefix {
  const { document } = brief;
  const whole = document === null ? null : wholeDocument(document, contextTokens);
  const user = [
    describeBrief(brief, outline.slides.length),
    ...(whole === null ? [] : [fenceText('source', whole.text)]),
    `Outline (number, heading, what it shows, what it alone covers, layout):\n${outlineLines(outline, contextTokens)}`,
  ].join('\n\n');
  return { system: SYSTEM_TEXT, user };
}
