import type { PassageTable, SourceDocument } from '../contract/schemas/source-document.ts';
import type { Warning } from '../contract/step-result.ts';
import { findUndrawableCharacters } from '../frames/find-undrawable.ts';

const SHOWN_CHARACTERS = 10;

/** Leaves out what no font of the slides can draw, such as a name in another script, and says so; better than empty boxes. */
export function keepDrawable(document: SourceDocument): { document: SourceDocument; warnings: Warning[] } {
  const texts = [
    document.title,
    document.subtitle ?? '',
    ...document.passages.flatMap(({ text, headingPath, table }) => [text, ...headingPath, ...textsOf(table)]),
  ];
  const undrawable = findUndrawableCharacters(texts.join('\n'));
  if (undrawable.length === 0) return { document, warnings: [] };

  const clean = (text: string) => withoutCharacters(text, new Set(undrawable));
  const passages = document.passages
    .map((passage) => ({
      ...passage,
      text: clean(passage.text),
      headingPath: passage.headingPath.map(clean),
      table: passage.table === null ? null : cleanTable(passage.table, clean),
    }))
    .filter(({ text }) => text !== '');
  const kept = new Set(passages.map(({ id }) => id));
  return {
    document: {
      ...document,
      title: clean(document.title) || 'Lecture',
      subtitle: document.subtitle === null ? null : clean(document.subtitle) || null,
      name: clean(document.name) || 'the document',
      sections: document.sections.map((section) => ({
        ...section,
        title: clean(section.title),
        headingPath: section.headingPath.map(clean),
        passageIds: section.passageIds.filter((id) => kept.has(id)),
      })),
      passages,
    },
    warnings: [{ code: 'CHARACTERS_LEFT_OUT', message: tell(undrawable) }],
  };
}

/** The same for a topic. */
export function keepDrawableTopic(topic: string): { topic: string; warnings: Warning[] } {
  const undrawable = findUndrawableCharacters(topic);
  if (undrawable.length === 0) return { topic, warnings: [] };
  return {
    topic: withoutCharacters(topic, new Set(undrawable)),
    warnings: [{ code: 'CHARACTERS_LEFT_OUT', message: tell(undrawable) }],
  };
}

function textsOf(table: PassageTable | null): readonly string[] {
  return table === null ? [] : [table.caption ?? '', ...(table.header ?? []), ...table.rows.flat()];
}

function cleanTable({ caption, header, rows }: PassageTable, clean: (text: string) => string): PassageTable {
  return {
    caption: caption === null ? null : clean(caption) || null,
    header: header?.map(clean) ?? null,
    rows: rows.map((row) => row.map(clean)),
  };
}

function tell(characters: readonly string[]): string {
  const what = characters.length === 1 ? 'this character, which was' : 'these characters, which were';
  const shown = characters.slice(0, SHOWN_CHARACTERS).join(' ');
  return `The fonts of the slides cannot draw ${what} left out: ${shown}${characters.length > SHOWN_CHARACTERS ? ' …' : ''}`;
}

function withoutCharacters(text: string, characters: ReadonlySet<string>): string {
  return [...text]
    .filter((character) => !characters.has(character))
    .join('')
    .replace(/ ?[([]\s*[)\]]/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.;:!?])/g, '$1')
    .trim();
}
