import { GENERAL_EXHIBITS } from './general/exhibits.ts';
import { WORDS_OF_LANGUAGE } from './general/words-of-language.ts';
import type { LinkRules, Phrases, TypographyRules, WordRules, WritingLanguage } from './writing-language.ts';

/** Languages of Devanagari end a sentence with a danda. */
const DANDA_LANGUAGES: ReadonlySet<string> = new Set(['ne']);
const QUOTES: Readonly<Record<string, TypographyRules['quotes']>> = {
  de: ['„', '“', '‚', '‘'],
  cs: ['„', '“', '‚', '‘'],
  fr: ['«\u00A0', '\u00A0»', '‘', '’'],
  ru: ['«', '»', '„', '“'],
  uk: ['«', '»', '„', '“'],
};
const ENGLISH_QUOTES: TypographyRules['quotes'] = ['“', '”', '‘', '’'];

/** Six letters tell words apart and join their inflections: McNamee and Mayfield 2004, "Character n-gram tokenization". */
const STEM_LETTERS = 6;

function createWords(stopWords: ReadonlySet<string>): WordRules {
  return {
    isStopWord: (word) => stopWords.has(word) || word.length < 3,
    stem: (word) => [...word].slice(0, STEM_LETTERS).join(''),
    mayNameThing: (word) => word.length > 3,
    findNouns: null,
  };
}

/** A connective stays: in some languages the words after it would change their order without it. */
function createLinks(leaning: string): LinkRules {
  const start = new RegExp(`^[“„«‘"'(\\u00A0]*(?:${leaning})(?![\\p{L}\\p{M}])`, 'iu');
  const leans = (sentence: string): boolean => start.test(sentence);
  return {
    cutLeadingConnective: (sentence) => ({ text: sentence, wasCut: false }),
    kept: null,
    isAnaphoric: leans,
    leansOnOthers: leans,
  };
}

const createListWords =
  (and: string): TypographyRules['listWords'] =>
  (words) => {
    const last = words.at(-1) ?? '';
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${and} ${last}`;
  };

interface PhraseWords {
  readonly summary: string;
  readonly topics: string;
  readonly source: string;
  readonly more: string;
  readonly credit: string;
  readonly fullStop: string;
  readonly listWords: TypographyRules['listWords'];
}

/** Nouns before a colon have no grammar to go wrong. */
function createPhrases({ summary, topics, source, more, credit, fullStop, listWords }: PhraseWords): Phrases {
  const list = (titles: readonly string[]): string => `${topics}: ${listWords(titles)}${fullStop}`;
  return {
    thingsToRemember: () => summary,
    recap: () => `${summary}${fullStop}`,
    speakOfTitles: (_subject, titles) => {
      const listed = titles.filter((title) => !/[?!:;“”„«»]/u.test(title)).slice(0, 5);
      return listed.length === 0 ? null : list(listed);
    },
    // A heading alone has no grammar to go wrong, and no words of ours.
    nextTitle: (title) => (/[?!:;“”„«»]/u.test(title) ? null : `${title}${fullStop}`),
    keyWords: list,
    madeFrom: (name) => `${source}: ${name}`,
    source: (name) => `${source}: ${name}`,
    pages: (range) => `p. ${range}`,
    credit,
    altText: (heading, keywords) => `${heading}: ${keywords.join(', ')}`,
    more,
  };
}

const NUMBER_AND_UNIT =
  /(?<=\p{N}) (?=(?:%|°[CF]?|[kcmµ]?m[²³]?|k?g|mg|t|ha|m?l|[kM]?W|[kM]?Wh|Hz|h|s|min|€|\$)(?![\p{L}\p{N}]))/gu;

/**
 * Returns general rules for an ISO 639-1 language of the table: its own sentences, cut only where marks allow, none of
 * them reworded, and nouns instead of linking sentences. Null for a language that the table lacks.
 */
export function createGeneralLanguage(code: string): WritingLanguage | null {
  const words = WORDS_OF_LANGUAGE[code];
  if (words === undefined) return null;
  const { and, summary, topics, source, more, credit, leaning } = words;
  const fullStop = DANDA_LANGUAGES.has(code) ? '।' : '.';
  const listWords = createListWords(and);
  const separator = new RegExp(`,\\s|\\s${and}\\s`, 'gu');
  return {
    code,
    words: createWords(new Set(words.stopWords)),
    links: createLinks(leaning),
    clauses: {
      fillers: null,
      tails: [/;\s/gu, /\s[–—]\s/gu],
      hasFiniteVerb: () => true,
      isWholeClause: () => true,
      cutInnerClause: (text) => text,
      softBoundary: /,\s/gu,
    },
    cleaning: {
      referenceAsides: /\s*\([^()]{0,40}\p{Lu}[\p{L}.’'-]+,?\s+\d{4}[a-z]?\)/gu,
      pointsElsewhere: null,
      lostTarget: /\S@\S+\.\S/u,
    },
    weights: { defines: null, definingVerbs: [], example: null, claim: null },
    exhibits: GENERAL_EXHIBITS,
    titles: {
      article: null,
      separator,
      summary: new RegExp(`^${summary}$`, 'iu'),
      openEnd: new RegExp(`\\s+(?:${and}|\\p{L}{1,3})$`, 'iu'),
      // Which titles are sentences is not to be known without verbs: long ones may be.
      states: /^(?:\S+\s+){6,}\S+$/u,
      span: null,
      isComposed: (heading) => heading.search(separator) !== -1,
      lower: (titles) => [...titles],
    },
    typography: {
      fullStop,
      quotes: QUOTES[code] ?? ENGLISH_QUOTES,
      listWords,
      lowerItem: (item) => item,
      isList: (item) => new RegExp(`,.*\\s${and}\\s`, 'u').test(item),
      joinUnits: (text) => text.replace(NUMBER_AND_UNIT, '\u00A0'),
    },
    phrases: createPhrases({ summary, topics, source, more, credit, fullStop, listWords }),
  };
}
