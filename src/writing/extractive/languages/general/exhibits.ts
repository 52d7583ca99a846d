import type { ExhibitRules } from '../exhibit-rules.ts';

/** What may be shown of a language of which only the words are known: tables, charts, percentages and block quotes. */
export const GENERAL_EXHIBITS: ExhibitRules = {
  figures: [/(?<![\p{L}\p{N}.,-])(?<figure>\p{Nd}+(?:[.,]\p{Nd}+)?[\s\u00a0]?%)/gu],
  shareInWords: () => null,
  sayings: [],
  definitions: [],
  remark: null,
  time: /^[12]\p{Nd}{3}(?:[–/-]\p{Nd}{2,4})?$/u,
  total: /^(?:total|summe|gesamt|totale|totaal|razem|celkem)$/iu,
  captionLabel: null,
  valuesBy: (values, names) => `${names}: ${values}`,
};
