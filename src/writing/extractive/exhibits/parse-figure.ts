/** A figure in a cell: its value, and what stands before and after the number. */
export interface CellFigure {
  readonly value: number;
  readonly unit: string;
}

const FIGURE =
  /^(?<approx>[~≈<>]\s?|(?:about|ca?\.)\s)?(?<sign>[-−–+])?(?<before>[€$£¥₹])?\s?(?<number>\p{Nd}+(?:[,\u00a0\u202f ]\p{Nd}{3})*(?:\.\p{Nd}+)?|\p{Nd}+,\p{Nd}+)\s?(?<after>[^\p{N}\s][^\p{N}]{0,20})?$/u;

/** Returns the figure that a table cell holds, with its unit ("%", "€ million", ""); null when it is anything else. */
export function parseFigure(cell: string): CellFigure | null {
  const parts = FIGURE.exec(cell.trim().replace(/\s*\[[^\]]*\]$|[*†‡]+$/u, ''))?.groups;
  if (parts?.number === undefined) return null;
  const digits =
    /^\p{Nd}+,\p{Nd}+$/u.test(parts.number) && !/,\p{Nd}{3}$/u.test(parts.number)
      ? parts.number.replace(',', '.')
      : parts.number.replace(/[,\u00a0\u202f ]/gu, '');
  const value = Number(digits);
  if (!Number.isFinite(value)) return null;
  const unit = [parts.before, parts.after?.trim()].filter((one) => one !== undefined && one !== '').join(' ');
  return { value: parts.sign === '-' || parts.sign === '−' || parts.sign === '–' ? -value : value, unit };
}
