import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/contract/errors.ts';
import { readDocument } from '../../../src/documents/read-document.ts';

const PROSE =
  'A glacier is a body of ice that moves. Snow falls on high ground and stays there in summer. Over many years it becomes ice, and the ice moves downhill under its own weight, slowly, as a very thick fluid would do it. ';
const readBytes = (bytes: Uint8Array, name = 'page.html') => readDocument({ bytes, name, language: 'en' });
const read = (html: string, name?: string) => readBytes(new TextEncoder().encode(html), name);
const page = (matter: string, head = '<title>Ice | Cold Site</title>'): string =>
  `<!DOCTYPE html><html><head>${head}</head><body><nav><a href="/">Home</a> <a href="/all">All pages</a></nav>` +
  `<div id="cookie-banner">We use cookies on this site. <button>Accept</button></div><main>${matter}</main>` +
  '<footer>Copyright by the Cold Site</footer><script>window.x = "Script text";</script></body></html>';
const messageOf = async (html: string): Promise<string> => {
  try {
    await read(html);
  } catch (error) {
    return error instanceof InputError ? `${error.code} ${error.message}` : String(error);
  }
  return 'no error';
};

describe('a web page', () => {
  test('is its matter: no menu, cookie notice, script or footer', async () => {
    const document = await read(page(`<h1>Ice</h1><p>${PROSE}</p><h2>Forms</h2><p>${PROSE} More.</p>`));
    const text = document.passages.map((passage) => passage.text).join('\n');
    expect(document.title).toBe('Ice');
    expect(document.sections.map(({ title }) => title)).toEqual(['Forms']);
    expect(text).not.toMatch(/cookie|Home|Copyright|Script text/u);
  });

  test('without a heading has the title that it tells others, without the name of the site', async () => {
    expect((await read(page(`<p>${PROSE}</p><p>${PROSE}</p>`))).title).toBe('Ice');
  });

  test('loses the marks of its notes and its list of references, but not its powers', async () => {
    const notes = '<h2>References</h2><ol><li id="n1">A book on ice by somebody.</li></ol>';
    const document = await read(
      page(
        `<h1>Ice</h1><p>It covers 15 million km<sup>2</sup> of land.<sup><a href="#n1">[1]</a></sup> ${PROSE}</p>${notes}`,
      ),
    );
    expect(document.passages.map(({ text }) => text)).toEqual([`It covers 15 million km² of land. ${PROSE.trim()}`]);
    expect(document.sections).toEqual([]);
  });

  test('keeps the cells of a table: two rows of heads as one, a cell over two rows in both', async () => {
    const table =
      '<table><caption>Depths of ice</caption><thead><tr><th rowspan="2">Place</th><th colspan="2">Depth</th></tr>' +
      '<tr><th>1990</th><th>2020</th></tr></thead><tbody><tr><td rowspan="2">Alps</td><td>40</td><td>30</td></tr>' +
      '<tr><td>50</td><td>20</td></tr></tbody></table>';
    expect((await read(page(`<h1>Ice</h1><p>${PROSE}</p>${table}`))).passages.at(-1)?.table).toEqual({
      caption: 'Depths of ice',
      header: ['Place', 'Depth 1990', '2020'],
      rows: [
        ['Alps', '40', '30'],
        ['Alps', '50', '20'],
      ],
    });
  });

  test('laid out by a table is read as what stands in it', async () => {
    const document = await read(
      page(`<table><tr><td><h1>Ice</h1><p>${PROSE}</p></td><td><p>${PROSE} Beside.</p></td></tr></table>`),
    );
    expect(document.passages.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
  });

  test('has items of items as lines, terms with their meaning, who is quoted, and captions', async () => {
    const matter =
      `<h1>Ice</h1><p>${PROSE}</p><ul><li>Ice sheets cover land<ul><li>Greenland has one</li></ul></li><li>Valley glaciers flow</li></ul>` +
      '<dl><dt>Firn</dt><dd>Snow that is older than a year</dd><dt>Moraine</dt><dd>Rock that ice has moved</dd></dl>' +
      '<blockquote><p>The ice was here, the ice was there.</p><footer>— Samuel Coleridge</footer></blockquote>' +
      '<figure><img src="a.png" alt="x"><figcaption>Figure 1: A glacier in the Alps</figcaption></figure>';
    expect((await read(page(matter))).passages.map(({ kind, text }) => [kind, text]).slice(1)).toEqual([
      ['list', 'Ice sheets cover land\nGreenland has one\nValley glaciers flow'],
      ['list', 'Firn: Snow that is older than a year\nMoraine: Rock that ice has moved'],
      ['quote', 'The ice was here, the ice was there.\n— Samuel Coleridge'],
      ['caption', 'A glacier in the Alps'],
    ]);
  });

  test('is read in the encoding that it names', async () => {
    const html = page(`<h1>Gl\u00e4tscher</h1><p>${PROSE}</p>`, '<meta charset="iso-8859-1"><title>x</title>');
    expect((await readBytes(Buffer.from(html, 'latin1'))).title).toBe('Gl\u00e4tscher');
  });

  test('is known by its content, whatever its name, and keeps an address whole as its name', async () => {
    const document = await read(page(`<h1>Ice</h1><p>${PROSE}</p>`), 'https://example.org/wiki/Ice');
    expect([document.name, document.title]).toEqual(['https://example.org/wiki/Ice', 'Ice']);
  });

  test('that asks to sign in says so, with the way out', async () => {
    const form =
      '<h1>Welcome</h1><form><label>Name <input name="u"></label><input type="password"><button>Go</button></form>';
    expect(await messageOf(page(form))).toMatch(
      /^DOCUMENT_UNREADABLE "page\.html" is a page that asks to sign in.*after signing in, and give the file\.$/u,
    );
  });

  test('that its scripts would have to fill says so', async () => {
    const empty =
      '<!DOCTYPE html><html><body><div id="root"></div><noscript>Enable it.</noscript><script src="a.js"></script></body></html>';
    expect(await messageOf(empty)).toMatch(/until its scripts run, which Lectra does not do; open it in your browser/u);
  });

  test('nested a thousand deep keeps its text', async () => {
    const deep = `${'<div>'.repeat(1000)}<p>${PROSE}</p>${'</div>'.repeat(1000)}`;
    expect((await read(page(`<h1>Ice</h1>${deep}`))).passages[0]?.text).toBe(PROSE.trim());
  });
});
