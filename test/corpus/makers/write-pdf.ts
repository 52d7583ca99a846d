import PDFDocument from 'pdfkit';
import { assertNever } from '../../../src/shared/assert-never.ts';
import type { ContentBlock } from './content-block.ts';

/** In points. */
const PAPER = { A4: { width: 595.28, height: 841.89 }, B5: { width: 498.9, height: 708.66 } } as const;
const MARGIN = { x: 52, top: 78, bottom: 70 };
const GUTTER = 24;
/** A fixed date: the same blocks give the same bytes. */
const MADE_AT = new Date('2026-01-01T00:00:00Z');

export interface PdfLook {
  readonly columns: 1 | 2;
  /** Stands above the text of every page but the first; null for none. */
  readonly runningHead: string | null;
  /** Default A4. */
  readonly paper?: keyof typeof PAPER;
  /** Of the text; titles are larger, captions and tables smaller. Default 10.5. */
  readonly sizePt?: number;
}

/** Where text flows: the column in hand, and how far down it is filled. */
class PdfFlow {
  readonly pdf: PDFKit.PDFDocument;
  readonly look: PdfLook;
  #column = 0;
  #topY = MARGIN.top;
  #y = MARGIN.top;
  #page = 1;

  constructor(pdf: PDFKit.PDFDocument, look: PdfLook) {
    this.pdf = pdf;
    this.look = look;
  }

  get page(): { readonly width: number; readonly height: number } {
    return PAPER[this.look.paper ?? 'A4'];
  }

  get sizePt(): number {
    return this.look.sizePt ?? 10.5;
  }

  get widthPt(): number {
    const { columns } = this.look;
    return (this.page.width - 2 * MARGIN.x - GUTTER * (columns - 1)) / columns;
  }

  get xPt(): number {
    return MARGIN.x + this.#column * (this.widthPt + GUTTER);
  }

  /** Returns the y of a piece of this height, in the next column or page where it has no room here. */
  take(heightPt: number, gapPt: number): number {
    if (this.#y + heightPt > this.page.height - MARGIN.bottom) this.#next();
    const y = this.#y;
    this.#y += heightPt + gapPt;
    return y;
  }

  /** Goes on to the next column where so much has no room in this one; longer pieces than a column are broken all the same. */
  keepTogether(heightPt: number): void {
    const bottom = this.page.height - MARGIN.bottom;
    if (this.#y + heightPt > bottom && heightPt < bottom - MARGIN.top) this.#next();
  }

  /** A title goes over all columns. */
  placeTitle(text: string): void {
    const width = this.page.width - 2 * MARGIN.x;
    this.pdf.font('Times-Bold').fontSize(22).text(text, MARGIN.x, this.#y, { width });
    this.#y = this.pdf.y + 18;
    this.#topY = this.#y;
  }

  finishPage(): void {
    const { pdf } = this;
    if (this.#page > 1 && this.look.runningHead !== null) {
      pdf.font('Times-Italic').fontSize(9).text(this.look.runningHead, MARGIN.x, 40, { lineBreak: false });
    }
    const width = this.page.width - 2 * MARGIN.x;
    pdf.page.margins.bottom = 0;
    pdf
      .font('Times-Roman')
      .fontSize(9)
      .text(String(this.#page), MARGIN.x, this.page.height - 44, { width, align: 'center', lineBreak: false });
  }

  #next(): void {
    if (this.#column + 1 < this.look.columns) {
      this.#column += 1;
    } else {
      this.finishPage();
      this.pdf.addPage();
      this.#page += 1;
      this.#column = 0;
      this.#topY = MARGIN.top;
    }
    this.#y = this.#topY;
  }
}

/** Breaks text into lines as wide as the column, and sets them one by one, so that a paragraph can go over pages. */
function placeLines(
  flow: PdfFlow,
  text: string,
  font: string,
  sizePt: number,
  indentPt: number,
  afterPt: number,
): void {
  const { pdf } = flow;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    pdf.font(font).fontSize(sizePt);
    if (last !== undefined && pdf.widthOfString(`${last} ${word}`) <= flow.widthPt - indentPt)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  for (const [index, line] of lines.entries()) {
    const y = flow.take(sizePt * 1.25, index === lines.length - 1 ? afterPt : 0);
    pdf
      .font(font)
      .fontSize(sizePt)
      .text(line, flow.xPt + indentPt, y, { lineBreak: false });
  }
}

const ROW_PT = 14;
const CELL_GAP_PT = 10;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function cellWidths({ pdf }: PdfFlow, rows: readonly (readonly string[])[], sizePt: number): number[] {
  pdf.font('Times-Bold').fontSize(sizePt);
  return (rows[0] ?? []).map((_head, column) =>
    Math.max(...rows.map((cells) => pdf.widthOfString(cells[column] ?? '') + CELL_GAP_PT)),
  );
}

/** Columns are as wide as their longest cell; a table of a few rows stays on one column of the page. */
function placeTable(flow: PdfFlow, rows: readonly (readonly string[])[]): void {
  const { pdf } = flow;
  const sizePt = [10, 9, 8, 7].find((size) => sum(cellWidths(flow, rows, size)) <= flow.widthPt) ?? 7;
  const widths = cellWidths(flow, rows, sizePt);
  flow.keepTogether(rows.length * ROW_PT);
  for (const [index, cells] of rows.entries()) {
    const y = flow.take(ROW_PT, index === rows.length - 1 ? 10 : 0);
    for (const [column, cell] of cells.entries()) {
      const x = flow.xPt + sum(widths.slice(0, column));
      pdf
        .font(index === 0 ? 'Times-Bold' : 'Times-Roman')
        .fontSize(sizePt)
        .text(cell, x, y, { lineBreak: false });
    }
    pdf
      .moveTo(flow.xPt, y + 12)
      .lineTo(flow.xPt + flow.widthPt, y + 12)
      .lineWidth(index === 0 ? 1 : 0.4)
      .stroke();
  }
}

/** A picture of bars above its caption. */
function placeFigure(flow: PdfFlow, caption: string): void {
  const y = flow.take(90, 6);
  for (const [index, share] of [0.4, 0.9, 0.6, 0.3].entries()) {
    flow.pdf
      .rect(flow.xPt + index * 42, y + 80 * (1 - share), 30, 80 * share)
      .lineWidth(1)
      .fillAndStroke('#9dbfc4', '#33585e')
      .fillColor('black')
      .strokeColor('black');
  }
  placeLines(flow, caption, 'Times-Italic', 9, 0, 10);
}

function placeList(flow: PdfFlow, items: readonly string[], isNumbered: boolean): void {
  for (const [index, item] of items.entries())
    placeLines(flow, `${isNumbered ? `${index + 1}.` : '•'} ${item}`, 'Times-Roman', flow.sizePt, 10, 3);
}

function placeBlock(flow: PdfFlow, block: ContentBlock): void {
  switch (block.kind) {
    case 'heading':
      flow.keepTogether(4 * flow.sizePt * 1.25);
      placeLines(flow, block.text, 'Times-Bold', Math.max(flow.sizePt + 0.5, 18 - 2 * block.level), 0, 4);
      break;
    case 'paragraph':
      placeLines(flow, block.text, 'Times-Roman', flow.sizePt, 0, 7);
      break;
    case 'quote':
      placeLines(flow, block.text, 'Times-Italic', flow.sizePt, 18, 7);
      break;
    case 'caption':
      if (block.text.startsWith('Table')) placeLines(flow, block.text, 'Times-Italic', 9, 0, 4);
      else placeFigure(flow, block.text);
      break;
    case 'list':
      placeList(flow, block.items, block.isNumbered);
      break;
    case 'table':
      placeTable(flow, [block.header, ...block.rows]);
      break;
    default:
      assertNever(block);
  }
}

/** Writes a PDF with page numbers; a first heading is the title over all columns. Latin text only. */
export async function writePdf(blocks: readonly ContentBlock[], look: PdfLook): Promise<Uint8Array> {
  const { width, height } = PAPER[look.paper ?? 'A4'];
  const pdf = new PDFDocument({
    size: [width, height],
    margins: { left: MARGIN.x, right: MARGIN.x, top: MARGIN.top, bottom: 20 },
    compress: false,
    info: { CreationDate: MADE_AT, ModDate: MADE_AT },
  });
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  const flow = new PdfFlow(pdf, look);
  for (const [index, block] of blocks.entries()) {
    if (index === 0 && block.kind === 'heading') flow.placeTitle(block.text);
    else placeBlock(flow, block);
  }
  flow.finishPage();
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}
