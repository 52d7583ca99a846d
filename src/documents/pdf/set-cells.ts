import type { PdfCell, PdfSpan } from './page-text.ts';

/** Gaps between letters of a word stay below, spaces above; justified lines stretch their spaces to about one em. */
const SPACE_EM = 0.12;
const CELL_GAP_EM = 0.9;
/** Raised marks and lowered indices stay within this of the baseline. */
const SAME_LINE_EM = 0.45;
const RAISED_SIZE = 0.82;
const RAISED_EM = 0.15;
const MARK = /^[\s\d*†‡§¶,;–-]+$/u;
const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

interface Row {
  readonly spans: PdfSpan[];
  main: PdfSpan;
}

/** Collects spans by baseline; the longest run of a row says where that is. */
function rowsOf(spans: readonly PdfSpan[]): Row[] {
  const rows: Row[] = [];
  for (const span of [...spans].sort((a, b) => a.yPt - b.yPt || a.xPt - b.xPt)) {
    const row = rows
      .slice(-4)
      .find(({ main }) => Math.abs(main.yPt - span.yPt) <= SAME_LINE_EM * Math.max(main.sizePt, span.sizePt));
    if (row === undefined) {
      rows.push({ spans: [span], main: span });
    } else {
      row.spans.push(span);
      const isLonger = span.text.length * span.sizePt > row.main.text.length * row.main.sizePt;
      if (isLonger && span.sizePt >= row.main.sizePt * RAISED_SIZE) row.main = span;
    }
  }
  return rows;
}

/** "m" and a raised "2" are m², a raised digit after a figure is a power; any other raised mark leads to a note. */
function raisedText(before: string, mark: string): string {
  const digits = mark.trim();
  if (/^\d+$/u.test(digits) && (/(?:^|[\s\d/])(?:[kcmdµ]?m|s|ft|in)$/u.test(before) || /\d$/u.test(before))) {
    return digits.replace(/\d/gu, (digit) => RAISED_DIGITS[Number(digit)] ?? digit);
  }
  return '';
}

const isRaisedMark = (span: PdfSpan, base: { readonly yPt: number; readonly sizePt: number }): boolean =>
  span.sizePt <= base.sizePt * RAISED_SIZE && base.yPt - span.yPt >= RAISED_EM * base.sizePt && MARK.test(span.text);

function cellOf(spans: readonly PdfSpan[]): PdfCell | null {
  const main = spans.reduce((best, span) =>
    span.text.length * span.sizePt > best.text.length * best.sizePt ? span : best,
  );
  let text = '';
  let lastRightPt = Number.NEGATIVE_INFINITY;
  let boldChars = 0;
  for (const span of spans) {
    const isMark = span !== main && isRaisedMark(span, main);
    const piece = isMark ? raisedText(text, span.text) : span.text;
    const needsSpace = text !== '' && !isMark && span.xPt - lastRightPt > SPACE_EM * main.sizePt;
    text += (needsSpace ? ' ' : '') + piece;
    if (span.isBold) boldChars += piece.length;
    lastRightPt = span.rightPt;
  }
  const plain = text.replace(/\s+/gu, ' ').trim();
  if (plain === '') return null;
  return {
    text: plain,
    xPt: spans[0]?.xPt ?? main.xPt,
    rightPt: Math.max(...spans.map(({ rightPt }) => rightPt)),
    yPt: main.yPt,
    sizePt: main.sizePt,
    isBold: boldChars * 2 > plain.length,
  };
}

/** Returns what stands on the baselines of a page, divided at gaps wider than a stretched space, from top to bottom. */
export function setCells(spans: readonly PdfSpan[]): PdfCell[] {
  return rowsOf(spans).flatMap((row) => {
    const ordered = [...row.spans].sort((a, b) => a.xPt - b.xPt);
    const runs: PdfSpan[][] = [];
    let rightPt = Number.NEGATIVE_INFINITY;
    for (const span of ordered) {
      const isApart = span.xPt - rightPt > CELL_GAP_EM * Math.min(row.main.sizePt, Math.max(span.sizePt, 1) * 1.3);
      if (isApart || runs.length === 0) runs.push([span]);
      else runs.at(-1)?.push(span);
      rightPt = Math.max(rightPt, span.rightPt);
    }
    return runs.flatMap((run) => cellOf(run) ?? []);
  });
}
