import { stemmer } from 'stemmer';
import { eng } from 'stopword';
import type { WordRules } from '../writing-language.ts';

/** Words that tie sentences together without saying what they are about. */
const LINKING_WORDS =
  'may will shall would also however therefore thus often usually very many few some other others called use used one two three ' +
  'thing things way ways within without does do did done every its than when while whose whom why again against already ' +
  'although always among around away become becomes began begin begins cannot down during either else enough even ever ' +
  'far further having hence instead itself just keep keeps kind known large later least less let like likely little ' +
  'long lot made mainly makes making mean means most mostly near nearly neither next no nor nothing off once onto own part ' +
  'per perhaps put quite rather really roughly several so soon sort still then there though together toward towards until ' +
  'upon us via well whether yet yes i e g s t d ll re ve m';
const STOP_WORDS: ReadonlySet<string> = new Set([...eng, ...LINKING_WORDS.split(' ')]);

const AFTER_DETERMINER =
  /(?<![\p{L}-])(?:the|an?|of|in|into|from|on|by|with|through|between|over|under|each|any|some|most|its|and)\s+(\p{L}{3,})(?=[\s.,;:!?]|$)/giu;
const NOT_A_NOUN = /(?:ly|ing|.{3}ed|ous|ful|ive|able|ible|less|ish|ier|est)$/iu;
const NOT_A_THING = new Set(
  (
    'time year day way part number amount example kind type form level rate case fact point place side end top start share average degree ' +
    'rest change process people result reason word effect name area world month hour minute percent warm cold cool dry high low fast slow new old ' +
    'great big small good bad same different total main whole common important strong weak heavy light deep certain possible able more less black white red blue yellow brown dark'
  ).split(' '),
);

/** Stems by Porter's stemmer. */
export const ENGLISH_WORDS: WordRules = {
  isStopWord: (word) => STOP_WORDS.has(word),
  stem: stemmer,
  mayNameThing: (word) => !NOT_A_NOUN.test(word) && !NOT_A_THING.has(word) && !NOT_A_THING.has(stemmer(word)),
  findNouns: (text) => [...text.matchAll(AFTER_DETERMINER)].map((match) => (match[1] ?? '').toLowerCase()),
};
