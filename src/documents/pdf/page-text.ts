/** A run of characters as a page sets it. Points from the upper left corner of the page as it is read; y is the baseline. */
export interface PdfSpan {
  readonly text: string;
  readonly xPt: number;
  readonly rightPt: number;
  readonly yPt: number;
  readonly sizePt: number;
  readonly isBold: boolean;
}

/** What stands on one baseline without a wide gap: a line of a column, or a cell of a table. */
export interface PdfCell {
  readonly text: string;
  readonly xPt: number;
  readonly rightPt: number;
  readonly yPt: number;
  readonly sizePt: number;
  readonly isBold: boolean;
}

/** A line of a column in reading order. More than one cell: wide gaps divide it. */
export interface PdfLine extends PdfCell {
  readonly page: number;
  readonly cells: readonly PdfCell[];
  /** Edges of the column that it stands in. */
  readonly columnLeftPt: number;
  readonly columnRightPt: number;
  /** Counts the columns and bands of the document in reading order; a gap between two lines counts inside one only. */
  readonly band: number;
}

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly spans: readonly PdfSpan[];
}
