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

/** Of ten slides without a document: each slot of a server reads it once, at the cost of everybody who waits. */
const LIMIT_CHARS = 4_800;
const OUTLINE_HEAD = 'Outline (number, heading, what it shows, what it alone covers, layout):';

/** Returns the shared head of all script calls: rules, brief, a short document whole, the outline. Throws LANGUAGE_UNSUPPORTED. */
export function sharedPrefix(brief: LectureBrief, outline: Outline, contextTokens: number): SharedPrefix {
  const { document } = brief;
  const whole = document === null ? null : wholeDocument(document, contextTokens);
  const about = describeBrief(brief, outline.slides.length);
  const roomChars = LIMIT_CHARS - [SYSTEM_TEXT, about, OUTLINE_HEAD].join('\n\n').length;
  const user = [
    about,
    ...(whole === null ? [] : [fenceText('source', whole.text)]),
    `${OUTLINE_HEAD}\n${outlineLines(outline, roomChars, contextTokens)}`,
  ].join('\n\n');
  return { system: SYSTEM_TEXT, user };
}
