import { createRandom } from '../../src/deck/seeds/create-random.ts';

const SUBJECTS = ['The tide', 'A river', 'The glacier', 'Sea water', 'The estuary', 'A storm surge', 'The harbour'];
const VERBS = ['moves', 'carries', 'erodes', 'feeds', 'shapes', 'changes', 'covers', 'drains', 'warms', 'deposits'];
const OBJECTS = [
  'sand along the shore',
  'nutrients to the shallow sea',
  'the cliffs of chalk every winter',
  'fresh water into the bay',
  'a great deal of heat',
  'the migration of many birds',
  'sediment in quiet channels',
];
const SENTENCES_PER_CHAPTER = 40;
const SENTENCES_PER_PARAGRAPH = 5;

/** Returns a Markdown document of about so many words in chapters, the same each time, for what takes long. */
export function writeLongDocument({ words }: { readonly words: number }): string {
  const random = createRandom(1);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const parts = ['# Waters of the world'];
  for (let sentence = 0, written = 0; written < words; sentence++) {
    if (sentence % SENTENCES_PER_CHAPTER === 0) {
      parts.push(`\n\n## Chapter ${sentence / SENTENCES_PER_CHAPTER + 1}: ${pick(SUBJECTS)} and ${pick(OBJECTS)}\n\n`);
    }
    const text = `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)}, because station ${sentence} ${pick(VERBS)} ${pick(OBJECTS)}.`;
    parts.push(sentence % SENTENCES_PER_PARAGRAPH === 0 ? `\n\n${text}` : ` ${text}`);
    written += text.split(' ').length;
  }
  return parts.join('');
}
