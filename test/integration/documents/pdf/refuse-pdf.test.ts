import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { InputError } from '../../../../src/contract/errors.ts';
import type { SourceDocument } from '../../../../src/contract/schemas/source-document.ts';
import { createDocumentReader } from '../../../../src/documents/create-document-reader.ts';
import { readDocument } from '../../../../src/documents/read-document.ts';
import { breakLines, type PdfOptions, type PdfPen, setLines, writePdf } from './write-pdf.ts';

const PROSE =
  'A glacier is a body of ice that moves slowly down its valley. The wind carries clouds from the sea to the hills. Rain falls there and runs back.';
const NEVER = new AbortController().signal;

const drawProse = (pen: PdfPen): void => {
  pen.addPage();
  setLines(pen, 50, 80, breakLines(PROSE, 80));
};
const write = (options?: PdfOptions): Promise<Uint8Array> => writePdf(drawProse, options);
const read = (bytes: Uint8Array): Promise<SourceDocument> => readDocument({ bytes, name: 'water.pdf', language: null });

/** Damage may be mended or told, never anything else. */
async function outcomeOf(bytes: Uint8Array): Promise<SourceDocument | InputError> {
  await using reader = createDocumentReader();
  return reader.read({ bytes, name: 'water.pdf', language: null }, NEVER).catch((error: unknown) => {
    if (error instanceof InputError) return error;
    throw error;
  });
}

async function expectRefusal(bytes: Uint8Array, sentence: RegExp): Promise<void> {
  const refusal = await read(bytes).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(InputError);
  expect(refusal).toMatchObject({ code: 'DOCUMENT_UNREADABLE', message: expect.stringMatching(sentence) });
  expect(refusal).toHaveProperty('message', expect.stringMatching(/^"water\.pdf" [^\n]+[;,] [^\n]+\.$/u));
}

describe('a PDF that cannot be read', () => {
  test('says so of one that wants a password, and reads one that opens without', async () => {
    await expectRefusal(
      await write({ userPassword: 'secret', ownerPassword: 'owner' }),
      /encrypted.*without the password/u,
    );
    const open = await read(await write({ ownerPassword: 'owner' }));
    expect(open.passages.map(({ text }) => text).join(' ')).toBe(PROSE);
  });

  test('says so of a scan, and how to get its text', async () => {
    const scan = await writePdf((pen) => {
      for (let page = 1; page <= 12; page += 1) {
        pen.addPage().rect(50, 50, 400, 600).fill('#ddd');
        if (page === 3) setLines(pen, 50, 20, ['Scanned by the copier of the office']);
      }
    });
    await expectRefusal(scan, /12 pages with no text to read but on 1.*OCR/u);
  });

  test('says so of one that only holds other files, with their names', async () => {
    const portfolio = await writePdf((pen) => {
      pen.addPage();
      setLines(pen, 50, 80, ['To see the files of this portfolio, open it in another reader.']);
      pen.file(Buffer.from('minutes'), { name: 'minutes.txt' });
    });
    await expectRefusal(portfolio, /only holds other files \(minutes\.txt\)/u);
  });

  test('says so of garbage after a header', async () => {
    await expectRefusal(new TextEncoder().encode(`%PDF-1.7\n${'garbage '.repeat(200)}`), /damaged or incomplete/u);
  });

  test('says so of one without pages', async () => {
    const empty =
      '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\ntrailer\n<</Root 1 0 R>>\n';
    await expectRefusal(new TextEncoder().encode(empty), /damaged or incomplete|without pages/u);
  });

  describe('damage anywhere', () => {
    let whole: Uint8Array;
    beforeAll(async () => {
      whole = await write();
    });

    test('of a cut or altered file is a document or one sentence, never a crash or a hang', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.double({ min: 0.01, max: 1, noNaN: true }),
          fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
          async (share, changes) => {
            const bytes = whole.slice(0, Math.ceil(whole.length * share));
            for (const [at, value] of changes) bytes[at % bytes.length] = value;
            const outcome = await outcomeOf(bytes);
            if (outcome instanceof InputError) expect(outcome.message).toMatch(/^"water\.pdf" [^\n]+\.$/u);
            else expect(outcome.passages.length).toBeGreaterThan(0);
          },
        ),
        { numRuns: 8 },
      );
    });
  });
});
