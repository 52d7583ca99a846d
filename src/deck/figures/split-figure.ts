/** A figure as it is set: the number large, what it counts at half the size. */
export interface SplitFigure {
  readonly number: string;
  /** Null when the figure has none, or when it cannot be told from the number: "1 in 4". */
  readonly unit: string | null;
}

// Digits with their separators, also a range; a sign or a currency may stand before, a word may not.
const RE_NUMBER = /^((?:[^\p{L}\p{Nd}]{0,3}\p{Nd}[\p{Nd}.,'’\u00A0\u202F ]*)(?:\s?[–-]\s?\p{Nd}[\p{Nd}.,]*)?)(.*)$/u;

/** Splits "96.5 %" into number and unit. */
export function splitFigure(figure: string): SplitFigure {
  const [, number = '', rest = ''] = RE_NUMBER.exec(figure) ?? [];
  const unit = rest.trim();
  if (number === '' || unit === '' || /[\p{Nd}½¼¾⅓⅔]/u.test(unit)) return { number: figure, unit: null };
  return { number: number.trim(), unit };
}
