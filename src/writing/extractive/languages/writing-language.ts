import type { ExhibitRules } from './exhibit-rules.ts';

/** Which words carry meaning, and what they have in common. All words are in lower case. */
export interface WordRules {
  /** Whether a word only ties others together. */
  readonly isStopWord: (word: string) => boolean;
  /** The form that a word shares with its inflections. */
  readonly stem: (word: string) => string;
  /** Whether a content word may name a thing that a picture can show. */
  readonly mayNameThing: (word: string) => boolean;
  /** The words of a text that stand where nouns stand, with repeats; null when places tell nothing in this language. */
  readonly findNouns: ((text: string) => readonly string[]) | null;
}

/** How a sentence hangs on those before it. */
export interface LinkRules {
  /** The sentence without the connectives at its head ("However, "), and whether there were any. */
  readonly cutLeadingConnective: (sentence: string) => { readonly text: string; readonly wasCut: boolean };
  /** Connectives at the head of a sentence that stay when the sentence before it is spoken; null when none do. */
  readonly kept: RegExp | null;
  /** Whether a sentence points back, so that it means nothing without the sentence before it. */
  readonly isAnaphoric: (sentence: string) => boolean;
  /** Whether a sentence leans on another anywhere: it can be spoken after it, but is no point. */
  readonly leansOnOthers: (sentence: string) => boolean;
}

/** Where a sentence may be cut. */
export interface ClauseRules {
  /** Words that a row does without, each with a space in its place. */
  readonly fillers: RegExp | null;
  /** Where a main clause may end, each a global pattern. */
  readonly tails: readonly RegExp[];
  /** Whether words hold a verb of their own, so that they may state something. */
  readonly hasFiniteVerb: (text: string) => boolean;
  /** Whether the words before a cut stand on their own, beyond being enough: a verb, no list or pair left open. */
  readonly isWholeClause: (kept: string, tail: string) => boolean;
  /** The sentence without a subordinate clause in its middle. */
  readonly cutInnerClause: (text: string) => string;
  /** Before these words a sentence may be cut when nothing better is left; a global pattern. */
  readonly softBoundary: RegExp;
}

/** What cannot be spoken apart from its page; each pattern null when the language has none. */
export interface CleaningRules {
  /** "(see Figure 3)", "(Smith 2004)": goes, and the sentence stays; a global pattern. */
  readonly referenceAsides: RegExp | null;
  /** "as shown above": the sentence goes. */
  readonly pointsElsewhere: RegExp | null;
  /** "See https://…" and what is left of it: the sentence goes. */
  readonly lostTarget: RegExp | null;
}

/** What makes a sentence weigh more or less. */
export interface WeightRules {
  /** "is called", "is the". */
  readonly defines: RegExp | null;
  /** Verbs that say what a thing is, each as its words between spaces. */
  readonly definingVerbs: readonly string[];
  /** "for example". */
  readonly example: RegExp | null;
  /** Sentences in which an author says what counts. */
  readonly claim: RegExp | null;
}

/** How headings are read and made. */
export interface TitleRules {
  /** Articles at the head of a title or a name; null where there are none. */
  readonly article: RegExp | null;
  /** What parts the things that a title names: ", " and " and "; a global pattern. */
  readonly separator: RegExp;
  /** Headings of a last section that sums up. */
  readonly summary: RegExp;
  /** Words at the end of a cut title that leave it open; null when none do. */
  readonly openEnd: RegExp | null;
  /** Titles that are sentences: they cannot be listed. */
  readonly states: RegExp;
  /** A heading that spans several: "From rain to snow"; null when the language makes none. */
  readonly span: ((first: string, last: string) => string) | null;
  /** Whether a heading was made by listing or spanning those of the document. */
  readonly isComposed: (heading: string) => boolean;
  /** Titles as they stand in one list inside a sentence. `smallStems`: stems of words that the document writes small. */
  readonly lower: (titles: readonly string[], smallStems: ReadonlySet<string>) => string[];
}

/** How text is set. */
export interface TypographyRules {
  /** The mark at the end of a sentence. */
  readonly fullStop: string;
  /** Double quotation marks, then single ones; opening before closing. */
  readonly quotes: readonly [string, string, string, string];
  /** "a", "a and b", "a, b and c". */
  readonly listWords: (words: readonly string[]) => string;
  /** An item as it stands inside a list, not at its head. */
  readonly lowerItem: (item: string) => string;
  /** Whether an item holds a list of its own. */
  readonly isList: (item: string) => boolean;
  /** The text with no-break spaces where a line end would tear a number, a date or a name. */
  readonly joinUnits: (text: string) => string;
}

/** The few sentences that are Lectra's own. */
export interface Phrases {
  /** Heading of the closing slide; counts above three read as three. */
  readonly thingsToRemember: (count: number) => string;
  /** Opening sentence of the closing slide. */
  readonly recap: (count: number) => string;
  /** "This lecture covers a, b and c." Null without titles. */
  readonly speakOfTitles: (
    subject: 'lecture' | 'part',
    titles: readonly string[],
    lower: (titles: readonly string[]) => string[],
  ) => string | null;
  /** Says that a slide goes on with another section: "Next: groundwater." Null for a title that is no phrase. */
  readonly nextTitle: (title: string) => string | null;
  /** "The key words are a and b." */
  readonly keyWords: (terms: readonly string[]) => string;
  /** Small print of the cover: which file it was made from. */
  readonly madeFrom: (name: string) => string;
  /** Small print of the closing slide. */
  readonly source: (name: string) => string;
  /** Names pages of the document: "pp. 1–3". */
  readonly pages: (range: string) => string;
  readonly credit: string;
  readonly altText: (heading: string, keywords: readonly string[]) => string;
  /** Heading of last resort. */
  readonly more: string;
}

/** All that the writer without a model knows of one language; everything else in it is the same for all. */
export interface WritingLanguage {
  /** ISO 639-1. */
  readonly code: string;
  readonly words: WordRules;
  readonly links: LinkRules;
  readonly clauses: ClauseRules;
  readonly cleaning: CleaningRules;
  readonly weights: WeightRules;
  readonly exhibits: ExhibitRules;
  readonly titles: TitleRules;
  readonly typography: TypographyRules;
  readonly phrases: Phrases;
}
