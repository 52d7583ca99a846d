import { ENGLISH_TYPOGRAPHY } from './typography.ts';

const MAX_LISTED = 4;
const MAX_LISTED_CHARS = 110;
const MAX_TITLE_WORDS = 6;

const isPhrase = (title: string): boolean => !/[?!:;“”]/u.test(title) && title.split(/\s+/u).length <= MAX_TITLE_WORDS;

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
    const end = titles.length === 1 ? '' : ` and ends with “${last}”`;
    return `This ${subject} begins with “${first}”${end}.`.replaceAll('”.', '.”');
  }
  const spoken = lower(titles);
  const listed = ENGLISH_TYPOGRAPHY.listWords(spoken);
  const isListable =
    titles.every(isPhrase) &&
    titles.length <= MAX_LISTED &&
    listed.length <= MAX_LISTED_CHARS &&
    (titles.length === 1 || !spoken.some((title) => /,|\sand\s/u.test(title)));
  if (isListable) return `This ${subject} covers ${listed}.`;
  return `This ${subject} goes from ${spoken[0] ?? first} to ${spoken.at(-1) ?? last}.`;
}
