import type { PdfLine } from './page-text.ts';

const HEADING =
  /^(?:table of )?contents$|^list of (?:figures|tables)$|^inhalt(?:sverzeichnis)?$|^sommaire$|^table des matières$|^índice$|^विषय[\s-]?सूची$|^अनुक्रम(?:णिका)?$/iu;
const LEADERS = /(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,6})?$|(?:…\s?){2,}\s*\d{0,4}$/iu;
const ENDS_WITH_PAGE = /\S\s+(?:\d{1,4}|[ivxlc]{1,6})$/iu;
/** An entry may run over two lines, of which the first has no number. */
const MAX_LINES_WITHOUT_NUMBER = 1;

/** Returns the lines without tables of contents: lines with leaders, and what follows their heading and ends with page numbers. */
export function dropContents(lines: readonly PdfLine[]): PdfLine[] {
  const kept: PdfLine[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (line === undefined) break;
    if (HEADING.test(line.text.trim())) {
      const end = endOfEntries(lines, index + 1);
      if (end > index + 2) {
        index = end;
        continue;
      }
    }
    if (!LEADERS.test(line.text)) kept.push(line);
    index += 1;
  }
  return kept;
}

const isEntry = (line: PdfLine): boolean => LEADERS.test(line.text) || ENDS_WITH_PAGE.test(line.text);

/** The index after the last entry of the contents that begin at `start`. */
function endOfEntries(lines: readonly PdfLine[], start: number): number {
  let end = start;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (isEntry(line)) end = index + 1;
    else if (index - end >= MAX_LINES_WITHOUT_NUMBER) break;
  }
  return end;
}
