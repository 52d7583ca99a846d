import { BOLD, breakLines, setLines, writePdf } from './write-pdf.ts';

const SENTENCES_OF_COLUMN = 18;

const prose = (first: number): string =>
  Array.from(
    { length: SENTENCES_OF_COLUMN },
    (_unused, index) => `River ${first + index} carries the water of its hills to the sea in the spring of each year.`,
  ).join(' ');

/** Returns a PDF of so many pages, each with a running head, a heading, two columns of prose and a small table. */
export function writeLongPdf(pageCount: number): Promise<Uint8Array> {
  return writePdf((pen) => {
    for (let page = 1; page <= pageCount; page += 1) {
      pen.addPage();
      setLines(pen, 50, 30, [`The rivers of the world   ${page}`], { sizePt: 8 });
      const top = setLines(pen, 50, 60, [`The rivers of region ${page}`], { sizePt: 15, font: BOLD }) + 8;
      const end = setLines(pen, 50, top, breakLines(prose(page * 1000), 48));
      setLines(pen, 310, top, breakLines(prose(page * 1000 + 500), 48));
      setLines(pen, 50, end + 16, [
        [
          [50, 'River'],
          [140, 'Length (km)'],
          [230, 'Depth (m)'],
        ],
        ...[1, 2, 3, 4].map((row) => [
          [50, `Branch ${row}`] as const,
          [150, `${page + row}`] as const,
          [240, `${row}`] as const,
        ]),
      ]);
    }
  });
}
