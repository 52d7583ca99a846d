import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/documents/read-document.ts';

const PROSE =
  'Rivers carry sand and gravel to the sea. Floods spread fresh mud over the fields. Dams hold both of them back for years.';
const read = (text: string) => readDocument({ bytes: new TextEncoder().encode(text), name: 'a.md', language: null });
const titlesOf = async (text: string) => (await read(text)).sections.map(({ title }) => title);

describe('lists of references and contents', () => {
  test('are no matter of a lecture, and what follows them is', async () => {
    const text = `# Rivers\n\n## Contents\n\nSand 1\n\n## Sand\n\n${PROSE}\n\n## 7 References\n\n### Books\n\n[1] A. Author, Sand.\n\n## After\n\n${PROSE.replaceAll('a', 'e')}`;
    expect(await titlesOf(text)).toEqual(['Sand', 'After']);
    expect(JSON.stringify((await read(text)).passages)).not.toMatch(/Author|Sand 1/u);
  });

  test('keep their text when they are most of the document, as in a page about bibliography', async () => {
    const text = `# On books\n\nA short note.\n\n## Bibliography\n\n${PROSE} ${PROSE.replaceAll('sea', 'lake')}`;
    expect(await titlesOf(text)).toEqual(['Bibliography']);
  });

  test('are told by the whole title: "Contents of a cell" is matter', async () => {
    const text = `# Cells\n\n## Contents of a cell\n\n${PROSE}\n\n## Literature in Rome\n\n${PROSE.replaceAll('a', 'o')}`;
    expect(await titlesOf(text)).toEqual(['Contents of a cell', 'Literature in Rome']);
  });
});
