const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Prepositions that may also end a clause as adverbs: "takes moist air in and …". */
export const PREPOSITIONS_OR_ADVERBS: ReadonlySet<string> = words(
  'in on by about over under through above below behind across along around near inside outside off before after since',
);

/** Belong to the word after them: articles, determiners, prepositions, auxiliaries, conjunctions. */
export const CLING_TO_NEXT: ReadonlySet<string> = words(
  'a an the this that these those my your his her its our their no every each some any such ' +
    'of at for from to into onto with without between during as than via per within against among towards until ' +
    'is are was were be been am has have had do does did will would can could may might must shall should not ' +
    'and or but nor so because if when while which who whose where although though unless ' +
    'very more most less nearly almost roughly ' +
    'और या तथा एवं लेकिन किंतु परंतु कि क्योंकि इसलिए ताकि जो जब जहाँ अगर यदि लगभग करीब का की के ' +
    'der das den dem des ein eine einen einem einer eines kein keine keinen keiner dieser diese dieses diesem diesen ' +
    'im ins vom zum zur beim und oder aber denn dass weil wenn als wie ob für mit von zu bei nach aus auf über unter ' +
    'vor hinter neben zwischen durch gegen ohne um seit sich nicht sehr ' +
    [...PREPOSITIONS_OR_ADVERBS].join(' '),
);

/** Belong to the word before them: Hindi postpositions, auxiliaries and particles. */
export const CLING_TO_PREVIOUS: ReadonlySet<string> = words(
  'का की के को से में पर ने तक द्वारा लिए साथ है हैं था थे थी हो होता होती होते रहा रही रहे गया गई गए जाता जाती जाते सकता सकती सकते ही भी तो नहीं वाला वाली वाले',
);

/** Hindi postpositions that end what they belong to; those of possession go on. */
export const POSTPOSITIONS: ReadonlySet<string> = words('को से में पर ने तक द्वारा');

/** Hindi verbs at the end of a clause. */
export const FINITE_VERBS: ReadonlySet<string> = words('है हैं था थे थी थीं हो हूँ');

/** Join two nouns as often as two clauses, in Hindi without a comma between these. */
export const JOIN_NOUNS: ReadonlySet<string> = words('और या तथा एवं');

/** Start a clause. */
export const CLAUSE_STARTS: ReadonlySet<string> = words(
  'but so because if when while which who whose where although though unless until that',
);

/** Join clauses or items, and never belong to the word before them. */
export const CONJUNCTIONS: ReadonlySet<string> = new Set([...CLAUSE_STARTS, 'and', 'or', 'nor']);

/** Start a clause or a phrase: a good place for a break is right before them. */
export const START_A_PHRASE: ReadonlySet<string> = words(
  'than then of at for from to into onto with without between during as within against among towards ' +
    'और या लेकिन किंतु परंतु कि क्योंकि इसलिए जो जब जहाँ ताकि अगर यदि तब फिर ' +
    'und oder aber denn dass weil wenn ob für mit von bei nach aus auf über unter vor hinter neben zwischen durch ' +
    'gegen ohne seit im ins vom zum zur beim ' +
    [...PREPOSITIONS_OR_ADVERBS, ...CONJUNCTIONS].join(' '),
);

/** Start what is said of a subject: "All water on Earth | is salt water". */
export const AUXILIARIES: ReadonlySet<string> = words(
  'is are was were has have had does did do will would can could may might must should',
);

/** Too short to stand before a verb on a line of their own, or already bound to it. */
export const SHORT_SUBJECTS: ReadonlySet<string> = words('i you he she it we they there here how why what where');

/** Start a clause that goes on with a sentence and leads in nothing. */
export const RELATIVES: ReadonlySet<string> = words('which who whose that and or but nor than of');

/** Before the last item of a list. */
export const LIST_ENDS: ReadonlySet<string> = words('and or nor और या');

export const ARTICLES: ReadonlySet<string> = words('a an the this these its their');

/** Stand between a number and what it counts. */
export const SCALE_WORDS: ReadonlySet<string> = words('hundred thousand million billion trillion हज़ार लाख करोड़ अरब');

/** Two words that are one. */
export const PAIRS: ReadonlySet<string> = new Set(
  (
    'up to|out of|because of|due to|according to|rather than|other than|instead of|next to|close to|such as|well as|' +
    'so that|even though|even if|as if|each other|at least|at most|no longer|means that|mean that'
  ).split('|'),
);

/** Full stops that end nothing. */
export const ABBREVIATIONS: ReadonlySet<string> = words('e.g. i.e. vs. approx. cf. ca. fig. no. डॉ. प्रो.');
