import type { Rule } from '../finding.ts';

/** What a listener cannot follow: pointers to other places of the document, marks of notes, addresses, markup. */
const REFERENCES: readonly RegExp[] = [
  /\b(?:see|cf\.?|compare) (?:also )?(?:above|below|chapter|section|figure|fig\.|table|page|appendix|note|p\.)/iu,
  /\b(?:Figure|Fig\.|Table|Tab\.|Appendix|Abbildung|Tabelle) \d/u,
  /\b(?:as|shown|mentioned|described|defined|seen|listed) (?:in|on) (?:the )?(?:figure|table|section|chapter|page)\b/iu,
  /\b(?:mentioned|described|shown|discussed) (?:above|below|earlier)\b|\bthe following (?:table|figure|list|section)\b/iu,
  /\[\^?\d+(?:, ?\d+)*\]/u,
  /(?:चित्र|तालिका) \p{Nd}/u,
  /https?:\/\/|www\./u,
  /\*\*|__|```|<\/?\w+>|^#{1,6} |^\s*[-•|]\s/u,
  /\.{4,}/u,
];

/** No reference is left in what is shown or said. Where a table comes from may be named. */
export const judgeReferences: Rule = ({ scripts }) =>
  scripts.flatMap(({ heading, narration, points }, index) =>
    [heading, ...points, ...narration.map(({ text }) => text)]
      .filter((text) => REFERENCES.some((reference) => reference.test(text)))
      .map((text) => ({ slide: index + 1, text })),
  );
