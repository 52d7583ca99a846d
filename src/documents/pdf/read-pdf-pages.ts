import type { OpenPdf } from './open-pdf.ts';
import type { PdfPage, PdfSpan } from './page-text.ts';
import { plainCharacters } from './plain-characters.ts';

type OpenPage = Awaited<ReturnType<OpenPdf['getPage']>>;
type Matrix = readonly number[];

const BOLD_NAME = /bold|black|heavy|demi|semibd/iu;
/** Sine of the turn at which text counts as turned: a watermark, a name along an axis. */
const TURNED = 0.05;

/** Returns the pages of a PDF one after the other; a page that cannot be taken apart is given without text. */
export async function* readPdfPages(pdf: OpenPdf): AsyncGenerator<PdfPage> {
  const boldByFont = new Map<string, boolean>();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const set = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    await learnFonts(page, new Set(set.map(({ fontName }) => fontName)), boldByFont);
    const spans = set.flatMap(({ str, transform, width, fontName }) => {
      const span = placeSpan(multiply(viewport.transform, transform.map(Number)), width);
      return span === null ? [] : [{ ...span, text: plainCharacters(str), isBold: boldByFont.get(fontName) === true }];
    });
    yield { number, widthPt: viewport.width, heightPt: viewport.height, spans };
    page.cleanup();
  }
}

function multiply(outer: Matrix, inner: Matrix): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [a2 = 1, b2 = 0, c2 = 0, d2 = 1, e2 = 0, f2 = 0] = inner;
  return [a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2, a * e2 + c * f2 + e, b * e2 + d * f2 + f];
}

function placeSpan(matrix: Matrix, widthPt: number): Omit<PdfSpan, 'text' | 'isBold'> | null {
  const [a = 1, b = 0, c = 0, d = 1, xPt = 0, yPt = 0] = matrix;
  const sizePt = Math.hypot(c, d);
  const isTurned = a <= 0 || Math.abs(b) > TURNED * Math.hypot(a, b);
  if (isTurned || sizePt === 0 || ![xPt, yPt, widthPt, sizePt].every(Number.isFinite)) return null;
  return { xPt, rightPt: xPt + widthPt, yPt, sizePt };
}

/** Names of fonts come with the drawing orders of a page, which cost as much as its text: asked for new fonts only. */
async function learnFonts(page: OpenPage, fonts: ReadonlySet<string>, boldByFont: Map<string, boolean>): Promise<void> {
  const unknown = [...fonts].filter((font) => !boldByFont.has(font));
  if (unknown.length === 0) return;
  await page.getOperatorList();
  for (const font of unknown) {
    const loaded: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null;
    boldByFont.set(font, isBoldFont(loaded));
  }
}

function isBoldFont(font: unknown): boolean {
  if (typeof font !== 'object' || font === null) return false;
  const isNamedBold = 'name' in font && typeof font.name === 'string' && BOLD_NAME.test(font.name);
  return isNamedBold || ('bold' in font && font.bold === true) || ('black' in font && font.black === true);
}
