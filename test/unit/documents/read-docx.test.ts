import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/contract/errors.ts';
import { readDocument } from '../../../src/documents/read-document.ts';
import { docxPackage, paragraph, wordStyle, wordTable } from './docx-package.ts';

const PROSE = 'A glacier is a body of ice that moves. Snow falls on high ground and stays there in summer.';
const STYLES =
  wordStyle('Titel', 'Title') +
  wordStyle('Untertitel', 'Subtitle') +
  wordStyle('berschrift1', 'heading 1') +
  wordStyle('Kapitel', 'Mein Kapitel', '<w:basedOn w:val="berschrift1"/>') +
  wordStyle('Stufe2', 'Abschnitt', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
  wordStyle('Verzeichnis1', 'toc 1') +
  wordStyle('Beschriftung', 'caption') +
  wordStyle('Zitat', 'Quote');

const readBytes = (bytes: Uint8Array, name = 'ice.docx') => readDocument({ bytes, name, language: 'en' });
const read = (body: string, styles = STYLES) => readBytes(docxPackage(body, styles));
const textsOf = async (body: string): Promise<string[]> => (await read(body)).passages.map(({ text }) => text);
const refusalOf = async (bytes: Uint8Array, name?: string): Promise<string> => {
  try {
    await readBytes(bytes, name);
  } catch (error) {
    if (error instanceof InputError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'no error';
};

/** Writes an unpacked size into every row of the directory of a package, in place; APPNOTE 4.3.12. */
function claimSizes(bytes: Uint8Array, sizeBytes: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, sizeBytes, true);
  }
}

describe('a DOCX file', () => {
  test('has headings by the style that Word names in English whatever its own language, also by a style made of one', async () => {
    const body =
      paragraph('Ice', 'Titel') +
      paragraph('What cold water does', 'Untertitel') +
      paragraph('Forms', 'berschrift1') +
      paragraph(PROSE) +
      paragraph('Valleys', 'Stufe2') +
      paragraph(`${PROSE} Valleys are cut by it.`) +
      paragraph('Uses', 'Kapitel') +
      paragraph(`${PROSE} People drink it.`);
    const document = await read(body);
    expect([document.title, document.subtitle]).toEqual(['Ice', 'What cold water does']);
    expect(document.sections.map(({ level, title }) => `${level} ${title}`)).toEqual([
      '1 Forms',
      '2 Valleys',
      '1 Uses',
    ]);
  });

  test('has headings by look when no style names one: bold and larger lines without a full stop', async () => {
    const body =
      paragraph('My report on ice', '', '<w:b/><w:sz w:val="40"/>') +
      paragraph('Forms', '', '<w:b/><w:sz w:val="28"/>') +
      paragraph(PROSE) +
      paragraph('Warning: this whole sentence is bold, and is no heading.', '', '<w:b/>') +
      paragraph('Uses', '', '<w:b/><w:sz w:val="28"/>') +
      paragraph(`${PROSE} People drink it.`);
    const document = await read(body, '');
    expect([document.title, ...document.sections.map(({ title }) => title)]).toEqual([
      'My report on ice',
      'Forms',
      'Uses',
    ]);
  });

  test('counts tracked changes as accepted, and hidden text as absent', async () => {
    const changed =
      '<w:p><w:ins><w:r><w:t xml:space="preserve">It was added to the text. </w:t></w:r></w:ins><w:del><w:r><w:delText>It was deleted.</w:delText></w:r></w:del>' +
      '<w:moveFrom><w:r><w:t>It came from here.</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>It moved here.</w:t></w:r></w:moveTo>' +
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>Nobody sees it.</w:t></w:r></w:p>';
    expect(await textsOf(paragraph(PROSE) + changed)).toEqual([PROSE, 'It was added to the text. It moved here.']);
  });

  test('gives the text of a box once, behind the paragraph that holds it, though Word writes it twice', async () => {
    const box = `<w:txbxContent>${paragraph('A box says this once.')}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
    const host = `<w:p><w:r><w:t>The host comes first.</w:t></w:r><w:r>${both}</w:r></w:p>`;
    expect(await textsOf(paragraph(PROSE) + host)).toEqual([PROSE, 'The host comes first.', 'A box says this once.']);
  });

  test('keeps the cells of a table with its head and the caption above it', async () => {
    const table = wordTable([
      ['Place', 'Depth (m)'],
      ['Vatna', '400'],
      ['Antarctica', '1900'],
    ]);
    const document = await read(paragraph(PROSE) + paragraph('Table 1: Depths', 'Beschriftung') + table);
    expect(document.passages.at(-1)).toMatchObject({
      kind: 'table',
      table: {
        caption: 'Depths',
        header: ['Place', 'Depth (m)'],
        rows: [
          ['Vatna', '400'],
          ['Antarctica', '1900'],
        ],
      },
    });
  });

  test('leaves out the table of contents, and takes bullets typed by hand for a list', async () => {
    const body =
      paragraph('Forms 3', 'Verzeichnis1') +
      paragraph(PROSE) +
      paragraph('• Ice sheets cover land') +
      paragraph('• Valley glaciers flow');
    const document = await read(body);
    expect(document.passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', PROSE],
      ['list', 'Ice sheets cover land\nValley glaciers flow'],
    ]);
  });

  test('keeps who is quoted behind the quotation', async () => {
    const body = paragraph(PROSE) + paragraph('The ice was here.', 'Zitat') + paragraph('— Samuel Coleridge', 'Zitat');
    expect((await read(body)).passages.at(-1)).toMatchObject({
      kind: 'quote',
      text: 'The ice was here.\n— Samuel Coleridge',
    });
  });

  test('that would unpack to gigabytes is refused by its directory, before it is unpacked', async () => {
    const bomb = docxPackage(paragraph(PROSE));
    claimSizes(bomb, 300 * 1024 * 1024);
    expect(await refusalOf(bomb)).toMatch(/^DOCUMENT_UNREADABLE "ice\.docx" of 1 MB unpacks to 1,500 MB/u);
  });

  test('whose directory lies about a bomb unpacks to what the directory says, and is damaged', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(8 * 1024 * 1024) });
    claimSizes(bomb, 100);
    expect(await refusalOf(bomb)).toMatch(/^DOCUMENT_UNREADABLE "ice\.docx" is a damaged DOCX file/u);
  });

  test('with more files than any document has is refused by their number', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 10_001 }, (_unused, index) => [`word/${index}.xml`, new Uint8Array()]),
    );
    const bytes = zipSync({ 'word/document.xml': strToU8('<a/>'), ...files }, { level: 0 });
    expect(await refusalOf(bytes)).toContain('holds 10,002 files, and Lectra opens at most 10,000');
  });

  test('with entities that grow is damaged to us: Office files have no document type', async () => {
    const bytes = docxPackage('', '', { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>' });
    expect(await refusalOf(bytes)).toMatch(/^DOCUMENT_UNREADABLE "ice\.docx" is a damaged DOCX file; open it/u);
  });

  test('under a password is told apart from an old .doc, each with its way out', async () => {
    const compound = (stream: string): Uint8Array =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(512),
        Buffer.from(stream, 'utf16le'),
        Buffer.alloc(64),
      ]);
    expect(await refusalOf(compound('EncryptedPackage'))).toContain('an encrypted Office file');
    expect(await refusalOf(compound('EncryptedPackage'))).toContain('save a copy without one');
    expect(await refusalOf(compound('WordDocument'), 'ice.doc')).toContain('an old Word file (.doc)');
    expect(await refusalOf(compound('WordDocument'), 'ice.doc')).toContain('save it as .docx');
  });

  test('cut off or overwritten anywhere gives a document or one sentence, never a crash', async () => {
    const whole = docxPackage(paragraph('Forms', 'berschrift1') + paragraph(PROSE), STYLES);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.uint8Array({ maxLength: 40 }),
        fc.boolean(),
        async (at, noise, isCut) => {
          const damaged = whole.slice(0, isCut ? at : whole.length);
          damaged.set(noise.subarray(0, damaged.length - Math.min(at, damaged.length)), Math.min(at, damaged.length));
          if (damaged.length === 0) return;
          const outcome = await refusalOf(damaged);
          expect(outcome).toMatch(
            /^(?:no error|(?:DOCUMENT_UNREADABLE|DOCUMENT_TOO_THIN|INPUT_INVALID) "ice\.docx"[^\n]*\.)$/u,
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
