import { stemmer } from 'stemmer';
import { eng } from 'stopword';

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

/** Returns the words of a text in lower case, numbers included. */
export function plainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Whether a word in lower case says what a sentence is about. */
export function isContentWord(word: string): boolean {
  return word.length > 1 && !STOP_WORDS.has(word) && /\p{L}/u.test(word);
}

/** Returns the stems of a text's content words, in order, with repeats. Source: Porter's stemmer. */
export function contentStems(text: string): string[] {
  return plainWords(text)
    .filter(isContentWord)
    .map((word) => stemmer(word));
}
