interface PlaceWords {
  readonly source: string;
  /** The name of a kind of place before one number, and before several. */
  readonly kinds: Readonly<Record<PlaceKind, readonly [one: string, several: string]>>;
}

/** Kinds of places as documents name them: "Evaporation, paragraph 2", "p. 4". */
export const PLACE_KINDS = ['p.', 'paragraph', 'list', 'quotation', 'table', 'caption'] as const;

export type PlaceKind = (typeof PLACE_KINDS)[number];

const ENGLISH: PlaceWords = {
  source: 'Source',
  kinds: {
    'p.': ['p.', 'pp.'],
    paragraph: ['paragraph', 'paragraphs'],
    list: ['list', 'lists'],
    quotation: ['quotation', 'quotations'],
    table: ['table', 'tables'],
    caption: ['caption', 'captions'],
  },
};

const HINDI: PlaceWords = {
  source: 'स्रोत',
  kinds: {
    'p.': ['पृ.', 'पृ.'],
    paragraph: ['अनुच्छेद', 'अनुच्छेद'],
    list: ['सूची', 'सूची'],
    quotation: ['उद्धरण', 'उद्धरण'],
    table: ['तालिका', 'तालिका'],
    caption: ['चित्र का शीर्षक', 'चित्रों के शीर्षक'],
  },
};

/** Returns the words that name places in notes of a language (ISO 639-1); those without words of their own get English. */
export function findPlaceWords(language: string): PlaceWords {
  return language.toLowerCase().startsWith('hi') ? HINDI : ENGLISH;
}
