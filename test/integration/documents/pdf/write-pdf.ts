import PdfDocument from 'pdfkit';

export type PdfPen = InstanceType<typeof PdfDocument>;
export type PdfOptions = ConstructorParameters<typeof PdfDocument>[0];

export const REGULAR = 'Times-Roman';
export const BOLD = 'Times-Bold';

/** Returns the bytes of a PDF that `draw` draws; A4, no page before the first `addPage`, positions from the upper left in points. */
export async function writePdf(draw: (pen: PdfPen) => void, options: PdfOptions = {}): Promise<Uint8Array> {
  const pen = new PdfDocument({ size: 'A4', margin: 0, autoFirstPage: false, ...options });
  const pieces: Uint8Array[] = [];
  const ended = Promise.withResolvers<void>();
  pen.on('data', (piece: Uint8Array) => pieces.push(piece)).on('end', () => ended.resolve());
  draw(pen);
  pen.end();
  await ended.promise;
  return new Uint8Array(Buffer.concat(pieces));
}

export interface SetOptions {
  readonly sizePt?: number;
  readonly font?: string;
  readonly pitchPt?: number;
}

/** Sets lines one under the other; returns the y under them. An array is one line of several cells: [x, text] pairs. */
export function setLines(
  pen: PdfPen,
  xPt: number,
  yPt: number,
  lines: readonly (string | readonly (readonly [xPt: number, text: string])[])[],
  { sizePt = 10, font = REGULAR, pitchPt = sizePt * 1.2 }: SetOptions = {},
): number {
  pen.font(font).fontSize(sizePt);
  lines.forEach((line, index) => {
    const cells = typeof line === 'string' ? [[xPt, line] as const] : line;
    for (const [x, text] of cells) pen.text(text, x, yPt + index * pitchPt, { lineBreak: false });
  });
  return yPt + lines.length * pitchPt;
}

/** Breaks text into lines of about so many characters, as a typesetter would. */
export function breakLines(text: string, chars: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= chars) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
