import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/contract/errors.ts';
import { sourceDocumentSchema } from '../../../src/contract/schemas/source-document.ts';
import { readDocument } from '../../../src/documents/read-document.ts';

const read = (text: string, name = 'notes.md') =>
  readDocument({ bytes: new TextEncoder().encode(text), name, language: null });
const prose = async (text: string, name?: string): Promise<string> =>
  (await read(text, name)).passages.map((one) => one.text).join('\n');
const SENTENCES = 'A glacier is a body of ice that moves. Snow falls on high ground and stays there in summer.';
const codeOf = async (text: string, name?: string): Promise<string> => {
  try {
    await read(text, name);
  } catch (error) {
    return error instanceof InputError ? error.code : String(error);
  }
  return 'no error';
};

describe('readDocument', () => {
  test('puts the unit of a column behind its numbers, since a row is heard without its head', async () => {
    const table =
      '| Option | Cost per year (€ million) | Extra trips (%) | Start |\n|---|---|---|---|\n' +
      '| Nothing | 0.0 | -3 | now |\n| Free | 4.2 | 23 | May 2026 |';
    expect((await read(`# Ice\n\n${SENTENCES}\n\n${table}`)).passages.at(-1)?.text).toBe(
      'Nothing: cost per year €0.0 million, extra trips −3 %, start now\n' +
        'Free: cost per year €4.2 million, extra trips 23 %, start May 2026',
    );
    expect(
      (await read(`# Ice\n\n${SENTENCES}\n\n| Ice | Depth (m) |\n|---|---|\n| Vatna | 400 |`)).passages.at(-1)?.text,
    ).toBe('Vatna: 400 m');
  });

  test('keeps the head of a memo out of the lecture: nobody reads "To: … Date: …" aloud', async () => {
    const document = await read(
      `# Buses\n\n**To:** The Committee\n**Date:** 12 March 2026\n\n## Costs\n\n${SENTENCES}`,
    );
    expect(document.subtitle).toBeNull();
    expect(document.passages.map((one) => one.text)).toEqual([SENTENCES]);
  });

  test('calms headings in capitals but leaves abbreviations and names as the prose writes them', async () => {
    const document = await read(
      `# THE E.U. AND ITS GDPR RULES\n\n## CASES\n\n${SENTENCES} The people of Brussels obey the GDPR and NATO.\n\n` +
        `## LIFE IN BRUSSELS\n\n${SENTENCES} More.\n\n## NATO\n\n${SENTENCES} Most.`,
    );
    expect(document.title).toBe('The E.U. and its GDPR rules');
    expect(document.sections.map((one) => one.title)).toEqual(['Cases', 'Life in Brussels', 'NATO']);
  });

  test('cuts a long list into lists that a slide has rows for', async () => {
    const items = Array.from({ length: 10 }, (_unused, index) => `- The glacier number ${index} moves downhill slowly`);
    expect((await read(items.join('\n'))).passages.map((one) => one.text.split('\n').length)).toEqual([5, 5]);
  });

  test('takes the first heading as title and the short paragraph under it as subtitle', async () => {
    const document = await read(`# Ice\n\nWhat cold water does\n\n## Forms\n\n${SENTENCES}`);
    expect(document).toMatchObject({
      title: 'Ice',
      subtitle: 'What cold water does',
      name: 'notes.md',
      language: 'en',
    });
    expect(document.sections).toEqual([
      { level: 2, title: 'Forms', headingPath: ['Forms'], passageIds: [document.passages[0]?.id] },
    ]);
    expect(document.passages).toMatchObject([{ place: 'Forms, paragraph 1', kind: 'paragraph', text: SENTENCES }]);
  });

  test('takes the title of front matter first', async () => {
    expect((await read(`---\ntitle: "Cold water"\ntags: [a]\n---\n\n# Ice\n\n${SENTENCES}`)).title).toBe('Cold water');
  });

  test('keeps every heading above a passage, outermost first', async () => {
    const document = await read(`# Ice\n\n## Land\n\n### Large\n\n${SENTENCES}`);
    expect(document.passages[0]?.headingPath).toEqual(['Land', 'Large']);
  });

  test.each([
    ['code blocks', '```js\nsecret = 1\n```'],
    ['inline HTML tags', 'Some <b class="secret">bold</b> words here.'],
    ['scripts', '<script>\nvar secret = 1;\n</script>'],
    ['comments', '<!-- secret -->'],
    ['alt text', '![secret](a.png) is shown here for you.'],
    ['footnotes', 'A word[^1] of it.\n\n[^1]: secret'],
    ['addresses', 'Go to https://secret.example/secret?q=secret for it.'],
    ['targets of links', '[the survey](https://example.org/secret "secret") says so.'],
    ['data URIs', '![x](data:image/png;base64,secretsecret) of it.'],
  ])('leaves out %s, since nobody should hear them', async (_what, matter) => {
    expect(await prose(`# Ice\n\n${SENTENCES}\n\n${matter}`)).not.toContain('secret');
  });

  test('keeps the words of links, tags and entities', async () => {
    const text = await prose(
      `# Ice\n\n${SENTENCES}\n\nRead <em>the</em> [old survey](x) of Smith &amp; Sons from 1850 &mdash; twice.`,
    );
    expect(text).toContain('Read the old survey of Smith & Sons from 1850 — twice.');
  });

  test('removes emoji, zero-width marks and control characters, which no font draws and no voice speaks', async () => {
    expect(
      await prose(
        `# Ice\n\n${SENTENCES} Cold\u200B water \u{1F9CA} is\u0007 nice\u0000 here \u{1F468}\u200D\u{1F469}\u200D\u{1F467}.`,
      ),
    ).toMatch(/Cold water is nice here\.$/u);
  });

  test('reads a table row as one line and a list item as another', async () => {
    const document = await read(
      `# Ice\n\n${SENTENCES}\n\n| Name | Area | Depth |\n|---|---|---|\n| Vatna | 7,700 km² | 400 m |\n\n- one item\n- two items`,
    );
    expect(document.passages.map((one) => [one.kind, one.text])).toEqual([
      ['paragraph', SENTENCES],
      ['table', 'Vatna: Area 7,700 km², Depth 400 m'],
      ['list', 'one item\ntwo items'],
    ]);
  });

  test('finds the headings of plain text: underlined, numbered, or alone between blank lines', async () => {
    const document = await read(
      `THE ICE AGE\n===========\n\n1. Causes\n\n${SENTENCES}\n\n1.1 Orbit\n\n${SENTENCES} More.\n\nWhat remains\n\nThe lakes\nremain.`,
      'ice.txt',
    );
    expect(document.title).toBe('The ice age');
    expect(document.sections.map((one) => one.title)).toEqual(['Causes', 'Orbit', 'What remains']);
    expect(document.passages.at(-1)?.text).toBe('The lakes remain.');
  });

  test('keeps the id of a passage when its section moves', async () => {
    const a = `## A\n\n${SENTENCES}\n\n`;
    const b = '## B\n\nSea ice forms when the ocean freezes in winter.\n\n';
    const ids = async (text: string): Promise<string[]> => (await read(text)).passages.map((one) => one.id).sort();
    expect(await ids(`# Ice\n\n${a}${b}`)).toEqual(await ids(`# Ice\n\n${b}${a}`));
  });

  test('cuts a long paragraph at sentences, so that slides can share it', async () => {
    const long = Array.from(
      { length: 60 },
      (_unused, index) => `The survey of year ${index} found ice in the valley.`,
    ).join(' ');
    const document = await read(`# Ice\n\n${long}`);
    expect(document.passages.length).toBeGreaterThan(2);
    expect(document.passages.map((one) => one.text).join(' ')).toBe(long);
  });

  test.each([
    ['nothing', '', 'INPUT_INVALID'],
    ['blanks', ' \n\n\t', 'INPUT_INVALID'],
    ['headings alone', '# The ice\n\n## The forms of it\n\n## The uses of it', 'DOCUMENT_TOO_THIN'],
    ['two words', '# Ice\n\nVery cold.', 'DOCUMENT_TOO_THIN'],
    [
      'Arabic',
      'الأنهار الجليدية هي أنهار من الجليد تتحرك ببطء إلى أسفل الوادي ولا تذوب في الشتاء أبدا',
      'LANGUAGE_UNSUPPORTED',
    ],
    [
      'Chinese',
      '冰川是缓慢流下山谷的冰河，冬天不会融化。冰川的冰来自多年的积雪，积雪越来越厚就变成了冰。',
      'LANGUAGE_UNSUPPORTED',
    ],
  ])('refuses %s with one clear sentence', async (_what, text, code) => {
    expect(await codeOf(text, 'a.txt')).toBe(code);
  });

  test('names the size of a text of a million words, since it is the size that must change', async () => {
    const million = read('Ice is cold water. '.repeat(250_000), 'ice.txt');
    await expect(million).rejects.toThrow(/"ice\.txt" has about 1,000,000 words.*give one chapter/u);
  });

  test('keeps the cells of a table beside its lines, since a chart needs them', async () => {
    const document = await read(`# Ice\n\n${SENTENCES}\n\n| Ice | Depth (m) |\n|---|---|\n| Vatna \u{1F9CA} | 400 |`);
    expect(document.passages.at(-1)).toMatchObject({
      kind: 'table',
      page: null,
      table: { caption: null, header: ['Ice', 'Depth (m)'], rows: [['Vatna', '400']] },
    });
  });

  test.each([
    ['a PNG picture', '\x89PNG\r\n\x1a\n', 'lecture.txt', /text recognition/u],
    ['an XLSX workbook', 'PK\x03\x04......[Content_Types].xml....xl/workbook.xml', 'lecture.txt', /sentences/u],
    ['an ODT file', 'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text', 'lecture.txt', /word processor/u],
    ['an EPUB book', 'PK\x03\x04mimetypeapplication/epub+zip', 'lecture.txt', /chapter/u],
    ['a ZIP archive', 'PK\x03\x04 hello.txt', 'lecture.txt', /unpack/u],
    ['a program (ELF)', '\x7fELF\x02\x01\x01', 'lecture.txt', /\.md or \.txt/u],
    ['an MP4 film or recording', '\x00\x00\x00\x20ftypisom', 'lecture.txt', /what is said/u],
    ['a table without prose', 'year,rain\n2020,12\n2021,14\n', 'rain.csv', /sentences that explain/u],
  ])('refuses %s by name, and says what to give instead', async (looksLike, head, name, wayOut) => {
    const bytes = Uint8Array.from(head, (char) => char.charCodeAt(0));
    const refusal = await readDocument({ bytes, name, language: null }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect(refusal).toMatchObject({ code: 'DOCUMENT_UNREADABLE', message: expect.stringMatching(wayOut) });
    expect(refusal).toHaveProperty('message', expect.stringContaining(`"${name}" looks like ${looksLike}`));
  });

  test.each([
    ['de', 'Das Eis ist kalt und die Gletscher sind nicht mehr so groß wie vor hundert Jahren, weil es wärmer wird.'],
    ['fr', 'Les glaciers sont des rivières de glace qui descendent dans la vallée et ne fondent pas en hiver.'],
    ['es', 'Los glaciares son ríos de hielo que bajan por el valle y no se funden en el invierno de los Andes.'],
    ['hi', 'हिमनद बर्फ की नदियाँ हैं जो धीरे धीरे घाटी में नीचे की ओर बहती हैं और सर्दियों में नहीं पिघलतीं।'],
    ['hi', 'Machine learning और deep learning के models आज के data centres में training से सीखते हैं और यह काम GPU पर होता है।'],
    ['mr', 'हिमनदी या बर्फाच्या नद्या आहेत आणि त्या दरीत हळू हळू खाली वाहतात, पण हिवाळ्यात त्या वितळत नाहीत.'],
    [
      'ru',
      'Ледники это реки льда, которые медленно текут вниз по долине и не тают зимой, но летом их вода питает реки.',
    ],
  ])('finds %s by script, then by words', async (code, text) => {
    expect((await read(text)).language).toBe(code);
  });

  test('names the language that it guesses, what is missing, and every way out', async () => {
    await expect(
      read('冰川是缓慢流下山谷的冰河，冬天不会融化。冰川的冰来自多年的积雪，积雪越来越厚就变成了冰。'),
    ).rejects.toThrow(/written in Chinese, for which Lectra has no voice or no font; .*Hindi \(hi\).*--language/u);
  });

  test.each([
    'Glaciers move slowly downhill and carry sand, gravel, boulders, wood and bones with them.',
    'Paris, Berlin, Madrid, Roma, Lisboa, Wien, Bern, Oslo, Praha, Kyiv, Riga, Vilnius, Tallinn.',
  ])('takes one sentence of English or of names as English: %s', async (text) => {
    expect((await read(text)).language).toBe('en');
  });

  test('reads megabytes of base64 and thousands of nested marks without hanging', async () => {
    const junk = `![x](data:image/png;base64,${'A'.repeat(2_000_000)})\n\n${'>'.repeat(5000)} q\n\n${'['.repeat(5000)}\n\n${'*'.repeat(5000)}\n\n${'- '.repeat(3000)}`;
    expect(await prose(`# Ice\n\n${SENTENCES}\n\n${junk}`)).toContain(SENTENCES);
  });

  test('answers any text with a document of the contract or an InputError', async () => {
    const pieces = fc.constantFrom(
      '# ',
      '## ',
      '- ',
      '1. ',
      '> ',
      '|',
      '```',
      '\n',
      '\n\n',
      '<b>',
      '</script>',
      '<!--',
      '[',
      '](',
      '![',
      '$$',
      '---\n',
      'The ice is cold and it moves. ',
      'Ⅳ\u0301',
      '\u{1F9CA}',
      '\uD800',
      '===\n',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme' })), { maxLength: 60 }),
        fc.constantFrom('a.md', 'a.txt', 'a'),
        async (parts, name) => {
          try {
            const document = await read(parts.join(''), name);
            expect(sourceDocumentSchema.safeParse(document).success).toBe(true);
            expect(document).toEqual(await read(parts.join(''), name));
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
