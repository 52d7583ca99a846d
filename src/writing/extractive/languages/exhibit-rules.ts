/** What a slide may show instead of rows, as a language says it. */
export interface ExhibitRules {
  /**
   * Figures that may carry a slide, each a global pattern with the group `figure`; the most telling kind first. A match
   * with the group `share` is a part of a whole.
   */
  readonly figures: readonly RegExp[];
  /** A figure in words as a part of a whole, 0 to 1: "one in four". Null when it is none. */
  readonly shareInWords: (figure: string) => number | null;
  /** Sentences with somebody's own words: groups `quote` and `who`, the quotation without its marks. */
  readonly sayings: readonly RegExp[];
  /** "X is a …": groups `term` and `meaning`, the sentence without its end mark. */
  readonly definitions: readonly RegExp[];
  /** Block quotes that are remarks of the author: "Note: …". Null when the language has no such word. */
  readonly remark: RegExp | null;
  /** Labels that name a time: years, months, dates. */
  readonly time: RegExp;
  /** Rows that add up the others. */
  readonly total: RegExp;
  /** "Table 3: " before a caption; null when the language has no such word. */
  readonly captionLabel: RegExp | null;
  /** A heading from two heads of columns: "Share of water by place". */
  readonly valuesBy: (values: string, names: string) => string;
}
