/** Writes text that a seed decides. */
export interface Prose {
  /** A few words in lower case without a full stop. */
  readonly phrase: (wordCount: number) => string;
  /** One sentence of six to ten words. */
  readonly sentence: () => string;
}

/** A language that the stand-in writes. */
export type ProseLanguage = 'en' | 'hi';

interface Vocabulary {
  readonly nouns: readonly string[];
  readonly verbs: readonly string[];
  readonly qualities: readonly string[];
  readonly build: (quality: string, first: string, verb: string, second: string, third: string) => string;
}

const VOCABULARIES: Readonly<Record<ProseLanguage, Vocabulary>> = {
  en: {
    nouns:
      'river forest market lesson signal engine harvest archive garden teacher mountain journey machine pattern village season library bridge harbour window island ocean'.split(
        ' ',
      ),
    verbs: 'shapes carries explains supports follows changes reveals protects connects measures'.split(' '),
    qualities: 'quiet steady careful distant bright early simple hidden gentle lasting shared open'.split(' '),
    build: (quality, first, verb, second, third) =>
      `The ${quality} ${first} ${verb} the ${second} beside the ${third}.`,
  },
  hi: {
    nouns: 'नदी जंगल बाज़ार पाठ संकेत फसल बगीचा शिक्षक पर्वत यात्रा गाँव मौसम पुस्तकालय पुल सागर आकाश'.split(' '),
    verbs: 'बदलता समझाता जोड़ता दिखाता बचाता मापता'.split(' '),
    qualities: 'शांत स्थिर सरल उज्ज्वल पुराना गहरा खुला सुंदर'.split(' '),
    build: (quality, first, verb, second, third) => `${quality} ${first} यहाँ ${second} और ${third} को ${verb} है।`,
  },
};

/** Creates a writer of English or Hindi. `random` gives numbers from 0 up to 1. */
export function createProse(language: ProseLanguage, random: () => number): Prose {
  const { nouns, verbs, qualities, build } = VOCABULARIES[language];
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  return {
    phrase: (wordCount) =>
      Array.from({ length: wordCount }, (_, at) => pick(at === wordCount - 1 ? nouns : qualities)).join(' '),
    sentence: () => build(pick(qualities), pick(nouns), pick(verbs), pick(nouns), pick(nouns)),
  };
}

/** Creates a writer that is stuck on one phrase and one sentence of the given one. */
export function createStuckProse(prose: Prose): Prose {
  const phrase = prose.phrase(1);
  const sentence = prose.sentence();
  return { phrase: (wordCount) => Array.from({ length: wordCount }, () => phrase).join(' '), sentence: () => sentence };
}
