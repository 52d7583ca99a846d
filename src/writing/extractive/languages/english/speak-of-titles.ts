import { ENGLISH_TYPOGRAPHY } from './typography.ts';

const MAX_LISTED = 4;
const MAX_LISTED_CHARS = 110;
const MAX_TITLE_WORDS = 6;

/** "goes from From the farm" stumbles. */
const STUMBLES =
  /^(?:from|to|in|on|at|by|for|with|without|before|after|between|into|out|when|what|why|how|where|who|is|are|do|does|can)\b/iu;

const isPhrase = (title: string): boolean => !/[?!:;“”]/u.test(title) && title.split(/\s+/u).length <= MAX_TITLE_WORDS;

function spanQuoted(subject: 'lecture' | 'part', titles: readonly string[]): string {
  const end = titles.length === 1 ? '' : ` and ends with “${titles.at(-1)}”`;
  return `This ${subject} begins with “${titles[0]}”${end}.`.replaceAll('”.', '.”');
}

/** Returns one sentence that says what a lecture or a part of it holds, in its own headings; null without headings. */
export function speakOfTitles(
  subject: 'lecture' | 'part',
  titles: readonly string[],
  lower: (titles: readonly string[]) => string[],
): string | null {
  const first = titles[0];
  const last = titles.at(-1);
  if (first === undefined || last === undefined) return null;
  if (!isPhrase(first) || !isPhrase(last)) {
    return spanQuoted(subject, titles);
  }
  const spoken = lower(titles);
  const listed = ENGLISH_TYPOGRAPHY.listWords(spoken);
  const isListable =
    titles.every(isPhrase) &&
    titles.length <= MAX_LISTED &&
    listed.length <= MAX_LISTED_CHARS &&
    (titles.length === 1 || !spoken.some((title) => /,|\sand\s/u.test(title)));
  if (isListable) return `This ${subject} covers ${listed}.`;
  if (STUMBLES.test(first) || STUMBLES.test(last)) return spanQuoted(subject, titles);
  return `This ${subject} goes from ${spoken[0] ?? first} to ${spoken.at(-1) ?? last}.`;
}
