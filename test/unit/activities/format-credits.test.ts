import { describe, expect, test } from 'vitest';
import { formatCredits } from '../../../src/activities/format-credits.ts';
import type { SourceDocument } from '../../../src/contract/schemas/source-document.ts';

const DOCUMENT: SourceDocument = {
  title: 'The water cycle',
  subtitle: null,
  name: 'water-cycle.pdf',
  language: 'en',
  sections: [],
  passages: [1, 2, 3, 5].map((page) => ({
    id: `p-${page}`,
    place: `p. ${page}`,
    headingPath: [],
    kind: 'paragraph',
    page,
    table: null,
    text: 'Water moves.',
  })),
};
const BY_RULE = { writer: 'extractive', model: null };
const creditsOf = (part: Partial<Parameters<typeof formatCredits>[0]>) =>
  formatCredits({
    document: DOCUMENT,
    sourceName: DOCUMENT.name,
    usedPassageIds: new Set(['p-1', 'p-2', 'p-5']),
    references: [],
    writer: BY_RULE,
    pictures: [],
    ...part,
  });

describe('credits.md', () => {
  test('names the document by title and file, and only the pages that the slides cite', () => {
    expect(creditsOf({})).toContain('\n- The water cycle, water-cycle.pdf, pp. 1–2, 5\n');
    expect(creditsOf({ usedPassageIds: new Set(['p-3']) })).toContain('water-cycle.pdf, p. 3\n');
  });

  test('gives a page on the web as an address to follow', () => {
    expect(creditsOf({ sourceName: 'https://example.org/water', usedPassageIds: new Set() })).toContain(
      '\n- The water cycle, <https://example.org/water>\n',
    );
  });

  test('says a name once when the document has no title but its name', () => {
    const document = { ...DOCUMENT, title: 'water-cycle.pdf' };
    expect(creditsOf({ document, usedPassageIds: new Set() })).toContain('\n- water-cycle.pdf\n');
  });

  test('says that no language model wrote the text, or which one did', () => {
    expect(creditsOf({})).toContain('- No language model wrote the text; it is taken from the document.');
    expect(creditsOf({ writer: { writer: 'ollama', model: 'llama3.1:8b' } })).toContain('llama3.1:8b');
  });

  test('shows the name of a model as it is, whatever its marks mean in Markdown', () => {
    const credits = creditsOf({ writer: { writer: 'ollama', model: 'hf.co/a_b/c*d*:Q4_K_M' } });
    expect(credits).toContain(String.raw`model hf.co/a_b/c\*d\*:Q4_K_M (ollama).`);
    const odd = creditsOf({ writer: { writer: 'openai', model: '_x_[1]`<b>&amp;' } });
    expect(odd).toContain('model \\_x\\_\\[1\\]\\`\\<b\\>\\&amp; (openai).');
  });

  test('shows title and name of a document as they are', () => {
    const document = { ...DOCUMENT, title: 'Water *and* ice' };
    const credits = creditsOf({ document, sourceName: 'water_cycle[2].pdf', usedPassageIds: new Set() });
    expect(credits).toContain(String.raw`- Water \*and\* ice, water_cycle\[2\].pdf`);
  });

  test('lists each picture, and says so when there is none', () => {
    expect(creditsOf({})).toContain('- No slide has a picture of its own.');
    expect(creditsOf({ pictures: ['- Slide 2: drawn'] })).toMatch(/## Pictures\n\n- Slide 2: drawn\n$/u);
  });

  test('names each page that research read with its licence, and says what the licence asks of the lecture', () => {
    const page = (title: string, url: string) => ({
      title,
      url,
      creator: 'Wikipedia contributors',
      licence: 'CC BY-SA 4.0',
      licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0/',
    });
    const credits = creditsOf({
      references: [page('Tide', 'https://wiki.example/1'), page('M*A*S*H [film]', 'https://wiki.example/2')],
    });
    const licence = '[CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/)';
    expect(credits).toContain(
      `\n- Tide, Wikipedia contributors, <https://wiki.example/1>, ${licence}. Changes: the text is shortened and reworded by Lectra.\n`,
    );
    expect(credits).toContain(String.raw`- M\*A\*S\*H \[film\], Wikipedia`);
    expect(credits).toContain(`gives its text under the same licence (${licence}).`);
    expect(credits).not.toContain('water-cycle.pdf');
  });
});
