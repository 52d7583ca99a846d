import type { Exhibit } from '../../../src/contract/schemas/exhibit.ts';
import type { Rule } from '../finding.ts';
import { contentSlides } from './content-slides.ts';
import { isCutFrom } from './is-cut-from.ts';
import { wordsOf } from './words-of.ts';

/** Known cuts leave out a reference, a connective or a clause. */
const LEFT_OUT_OF_SENTENCE = 8;
const LEFT_OUT_OF_ROW = 40;
/** A closed set of neutral links before a sentence of the source. */
const LINK =
  /^(?:Also|In addition|At the same time|Meanwhile|Still|However|Even so|Then|First|Finally|इसके अलावा|साथ ही|वहीं|इसी तरह), /u;
/** Names the section that the next sentences are from. */
const SECTION_LINK = /^(?:Next|अब): /u;

const textsOf = (exhibit: Exhibit | null): readonly string[] => {
  switch (exhibit?.kind) {
    case 'quote':
      return [exhibit.text, exhibit.who ?? '', exhibit.where ?? ''];
    case 'definition':
      return [exhibit.term, exhibit.meaning];
    case 'big-number':
      return [exhibit.figure];
    case 'table':
      return [...exhibit.columns, ...exhibit.rows.flat()];
    case 'chart':
      return exhibit.items.flatMap(({ label, shown }) => [label, shown]);
    case undefined:
      return [];
  }
};

/** Nothing is said or shown that does not stand in the document. */
export const judgeOrigin: Rule = (lecture) => {
  const { document } = lecture;
  const known = new Set(
    wordsOf(
      [
        document.title,
        ...document.sections.map(({ title }) => title),
        ...document.passages.flatMap(({ text, table }) => [text, table?.caption ?? '', ...(table?.header ?? [])]),
      ].join(' '),
    ),
  );
  const titles = new Set(document.sections.map(({ title }) => wordsOf(title).join(' ')));
  const namesSection = (text: string): boolean =>
    SECTION_LINK.test(text) && titles.has(wordsOf(text.replace(SECTION_LINK, '')).join(' '));
  return contentSlides(lecture).flatMap(({ number, script }) => {
    const heading = wordsOf(script.heading).join(' ');
    const said = script.narration
      .map(({ text }) => text)
      .filter((text) => wordsOf(text).join(' ') !== heading && !namesSection(text))
      .filter((text) => !isCutFrom(text.replace(LINK, ''), document, LEFT_OUT_OF_SENTENCE));
    const rows = script.points.filter((text) => !isCutFrom(text, document, LEFT_OUT_OF_ROW));
    const shown = textsOf(script.exhibit).filter((text) => wordsOf(text).some((word) => !known.has(word)));
    return [...said, ...rows, ...shown].map((text) => ({ slide: number, text }));
  });
};
