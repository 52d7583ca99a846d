// No font of a deck draws them: pictographs with their skin tones, joiners, flags and key caps. © ® ™ are letters here.
const EMOJI =
  /(?:[\u{1F1E6}-\u{1F1FF}]{2}|[0-9#*]\uFE0F?\u20E3|(?![\u00A9\u00AE\u2122\u2190-\u21FF])\p{Extended_Pictographic}[\uFE0E\uFE0F\u{1F3FB}-\u{1F3FF}]*(?:\u200D\p{Extended_Pictographic}[\uFE0E\uFE0F\u{1F3FB}-\u{1F3FF}]*)*)/gu;
const STRAY_SELECTORS = /\uFE0E|\uFE0F|\u20E3|\u200C|\u200D|[\u{1F3FB}-\u{1F3FF}]/gu;
const SHORTCODE = /(?<![\p{L}\p{N}:]):[a-z][a-z0-9_+-]{1,30}:(?![\p{L}\p{N}:])/gu;
const URL = /\b(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>()]+[^\s<>().,;:!?'"”’]/giu;
const MIN_LETTERS_OF_SHOUT = 20;

/** Sentence case for prose set in capitals throughout: a voice would spell it, and readers tire of it. */
function calmCapitals(text: string): string {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  if (upper < MIN_LETTERS_OF_SHOUT || lower * 8 > upper) return text;
  return text
    .toLowerCase()
    .replace(
      /(^|(?<![.\s]\p{L})[.!?]["'”’)]*\s+|\n)(["'“‘(]*)(\p{Ll})/gu,
      (_match, before: string, quote: string, letter: string) => {
        return before + quote + letter.toUpperCase();
      },
    )
    .replace(/\bi\b/gu, 'I');
}

/** Returns one block's text as people read it: no emoji, no bare addresses, single spaces, no shouting; line breaks stay. */
export function cleanProse(text: string): string {
  return calmCapitals(dropMarks(text));
}

/** Returns a text without emoji and bare addresses; its capitals stay. */
export function dropMarks(text: string): string {
  return text
    .replace(EMOJI, ' ')
    .replace(STRAY_SELECTORS, '')
    .replace(SHORTCODE, ' ')
    .replace(/<?(?=https?:\/\/|ftp:\/\/|www\.)([^\s>]*)>/giu, '$1')
    .replace(URL, ' ')
    .replace(/\(\s*\)|\[\s*\]/gu, ' ')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ +([.,;:!?])(?=\s|$)/gu, '$1')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}
