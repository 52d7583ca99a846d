import type { Passage } from '../../contract/schemas/source-document.ts';

/** How a language says where in a document a passage stands. */
interface PlaceNames {
  /** A page is what a reader turns to. */
  readonly page: (page: number) => string;
  /** Without pages, the place is counted inside its section. */
  readonly ordinal: (kind: Passage['kind'], number: number) => string;
}

const ENGLISH = {
  paragraph: 'paragraph',
  list: 'list',
  quote: 'quotation',
  table: 'table',
  caption: 'caption',
} as const;

const HINDI = {
  paragraph: 'अनुच्छेद',
  list: 'सूची',
  quote: 'उद्धरण',
  table: 'तालिका',
  caption: 'चित्र-परिचय',
} as const;

/** Returns the names of a language; one that is neither English nor Hindi gets signs that all readers know. */
export function placeNamesOf(language: string): PlaceNames {
  switch (language) {
    case 'en':
      return { page: (page) => `p. ${page}`, ordinal: (kind, number) => `${ENGLISH[kind]} ${number}` };
    case 'hi':
      return { page: (page) => `पृ. ${page}`, ordinal: (kind, number) => `${HINDI[kind]} ${number}` };
    default:
      return { page: (page) => `p. ${page}`, ordinal: (_kind, number) => `¶ ${number}` };
  }
}
