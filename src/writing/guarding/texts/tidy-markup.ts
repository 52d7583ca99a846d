import { tidyWrittenText } from '../../../narration/tidy-written-text.ts';
import type { TextRole } from './guarded-text.ts';
import { speaksOfCode } from './speaks-of-code.ts';
import { withoutDirections } from './without-directions.ts';

const EMOJI =
  /(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)(?:\p{Emoji_Modifier}|\p{Emoji_Presentation}|\ufe0f|\u200d)*/gu;
// After a digit, a bracket or a lone letter it is a power: "2**3 and x**2".
const BOLD = /(?<![\p{N})\]])(?<!(?<!\p{L})\p{L})\*\*(?=\S)([^*]+?)(?<=\S)\*\*/gu;
/** In code "f(*args, **kwargs)" and "g(**more)" stay, so bold words have to stand alone. */
const BOLD_IN_CODE = /(?<![\p{L}\p{N}(\]])\*\*(?=\S)([^*]+?)(?<=\S)\*\*(?![\p{L}\p{N}_])/gu;
// One word between underscores is a name in code: "__init__".
const UNDERSCORED = /(?<![\p{L}\p{N}_])__(?=\S)([^_]*\s[^_]*)(?<=\S)__/gu;
const ITALIC = /(?<![\p{L}\p{N}*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\p{L}\p{N}*])/gu;
const CODE = /`{1,3}([^`]+)`{1,3}/gu;
const LINK = /\[([^\]]+)\]\([^)\s]+\)/gu;
const LIST_MARK = /^\s*(?:[-*•‣▪–]\s+|#{1,6}\s+|\(?\d{1,2}[.)]\s+(?=\p{L}))/u;
const SPACED_STOP = / (?=[,.;:!?।](?:\s|$))/gu;
const TAG =
  /<\/?(?:p|b|i|u|em|strong|br|span|div|ul|ol|li|h[1-6]|sub|sup|code|speak|break|emphasis|prosody|a|img)\b[^<>]*>/giu;
const NEVER = /(?!)/u;
const LABEL = /^(?:heading|title|narration|point|bullet|sentence|text|शीर्षक)\s*:\s+/iu;

/**
 * Returns a text without marks that no listener should see or hear: Markdown, tags, emoji, control characters, a label
 * such as "Heading:"; a heading also without its full stop and the quotation marks around it, a sentence without what its
 * speaker does. No word that is said is changed.
 * `given`: what the lecture is about, as in its context.
 */
export function tidyMarkup(text: string, role: TextRole, given: string): string {
  if (role === 'verbatim') return tidyWrittenText(text);
  // A lecture about code shows tags, "*args" and "git add .".
  const isOfCode = speaksOfCode(given);
  const [tag, bold, italic, spacedStop] = isOfCode
    ? [NEVER, BOLD_IN_CODE, NEVER, NEVER]
    : [TAG, BOLD, ITALIC, SPACED_STOP];
  const spoken = role === 'sentence' ? withoutDirections(text, isOfCode) : text;
  const bare = tidyWrittenText(spoken.replace(tag, ' ').replace(EMOJI, ' '))
    .replace(LINK, '$1')
    .replace(bold, '$1')
    .replace(UNDERSCORED, '$1')
    .replace(italic, '$1')
    .replace(CODE, '$1')
    .replace(role === 'name' ? NEVER : LIST_MARK, '')
    .replace(role === 'name' ? NEVER : LABEL, '')
    .replace(spacedStop, '')
    .trim();
  return role === 'heading' || role === 'row' ? tidyLine(tidyLoneQuote(bare)) : tidyLoneQuote(bare);
}

/** A heading or a row is no sentence. Abbreviations ("the U.S.") and ellipses keep their stops. */
function tidyLine(text: string): string {
  const unquoted = /^(["“'‘])([^"“”'‘’]+)(["”'’])$/u.exec(text)?.[2] ?? text;
  return unquoted.replace(/(?<=[\p{L}\p{M}\p{N})%]{3})(?<!\.\p{L}{1,3})[.।]$/u, '').trim();
}

/** One quotation mark alone opens or closes nothing. After a digit it stands for inches. */
function tidyLoneQuote(text: string): string {
  const marks = [...text.matchAll(/(?<!\p{N})["“”]/gu)];
  const [mark] = marks;
  if (marks.length !== 1 || mark === undefined) return text;
  return `${text.slice(0, mark.index)}${text.slice(mark.index + 1)}`.replace(/\s+/gu, ' ').trim();
}
