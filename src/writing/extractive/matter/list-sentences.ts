import type { Passage } from '../../../contract/schemas/source-document.ts';
import { splitSentences } from '../../../narration/split-sentences.ts';
import type { TypographyRules, WritingLanguage } from '../languages/writing-language.ts';
import { plainWords } from '../wording/content-stems.ts';
import { capitalizeFirst } from '../wording/set-typography.ts';
import { splitAttribution } from './split-attribution.ts';

const SHORT_ITEM_WORDS = 3;
const MAX_JOINED_ITEMS = 5;
/** A longer one is taken apart. */
const MAX_SAYING_WORDS = 55;

/** Items of one to three words are spoken together: "Rain, snow and hail." */
function joinShortItems(items: readonly string[], typography: TypographyRules): string[] {
  const joined: string[] = [];
  let run: string[] = [];
  const flush = (): void => {
    if (run.length > 0) joined.push(capitalizeFirst(typography.listWords(run.flatMap((item) => item.split(', ')))));
    run = [];
  };
  for (const item of items) {
    const bare = item.replace(/[.;,]+$/u, '');
    if (plainWords(bare).length <= SHORT_ITEM_WORDS && !/[?!:]/u.test(bare) && !typography.isList(bare)) {
      run.push(run.length === 0 ? bare : typography.lowerItem(bare));
      if (run.length === MAX_JOINED_ITEMS) flush();
    } else {
      flush();
      joined.push(item);
    }
  }
  flush();
  return joined;
}

/** Whether a block quote names its speaker and is short enough to be shown and said whole. */
const isOneSaying = (text: string): boolean =>
  splitAttribution(text).who !== null && plainWords(text).length <= MAX_SAYING_WORDS;

/** "Ice remembers. — Dr. Lee, Notes" */
function joinSaying(quote: string): string {
  const { text, who, where } = splitAttribution(quote);
  const name = [who, where].filter((part) => part !== null).join(', ');
  return `${text.replace(/\s+/gu, ' ')} — ${name}`;
}

/** Returns the sentences of a passage as the source has them; items and rows count as sentences. */
export function listSentences(passage: Passage, { code, typography }: WritingLanguage): string[] {
  // The caption of a picture that is not shown says nothing; that of a table is spoken with it.
  if (passage.kind === 'caption') return [];
  if (passage.kind === 'quote' && isOneSaying(passage.text)) return [joinSaying(passage.text)];
  if (passage.kind === 'paragraph' || passage.kind === 'quote') return splitSentences(passage.text, code);
  const items = passage.text
    .split('\n')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return joinShortItems(items, typography)
    .flatMap((item) => splitSentences(item, code))
    .map(capitalizeFirst);
}
