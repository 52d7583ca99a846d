import type { TypographyRules } from '../writing-language.ts';

const UNITS =
  '(?:%|°[CF]?|[kcmµn]?m[²³]?|k?g|mg|t|ha|[mk]?l|[kM]?W|[kM]?Wh|k?J|k?Pa|k?V|A|Hz|[kMG]Hz|K|h|s|ms|min|years?|days?|hours?|minutes?|' +
  'seconds?|weeks?|months?|degrees|litres?|liters?|met(?:re|er)s?|kilomet(?:re|er)s?|tonnes?|tons?|percent|per cent|thousand|million|billion|' +
  'trillion)';
const NUMBER_AND_UNIT = new RegExp(`(?<=\\p{N}) (?=${UNITS}(?![\\p{L}\\p{N}]))`, 'gu');
const NUMBER_WORD_AND_UNIT = / (?=(?:years|days|hours|km²?|m|million|billion)(?![\p{L}\p{N}]))/u;

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** "12 March", "March 12", "Richard II", "Art. 5", "Dr. Smith", "Annex III": the second part says nothing at the head of a line. */
const PAIRS = [
  new RegExp(`(?<=(?<!\\p{N})\\p{N}{1,2}) (?=(?:${MONTHS})(?!\\p{L}))`, 'gu'),
  new RegExp(
    `(?<=(?<!\\p{L})(?:${MONTHS}|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)) (?=\\p{N}{1,2}(?!\\p{N}))`,
    'gu',
  ),
  /(?<=\p{Lu}[\p{L}’-]+) (?=(?:II|III|IV|VI{0,3}|IX|X[IVX]*)(?![\p{L}\p{N}]))/gu,
  /(?<=(?<!\p{L})(?:Art|No|Nos|vol|Vol|p|pp|ch|Sec|Fig|Mr|Mrs|Ms|Dr|Prof|St|c|ca)\.) (?=[\p{Lu}\p{N}])/gu,
];

/** Between a number and its unit, and in names and dates. */
function joinUnits(text: string): string {
  const joined = PAIRS.reduce((one, pair) => one.replace(pair, '\u00A0'), text.replace(NUMBER_AND_UNIT, '\u00A0'));
  // "7 million km²": the second unit follows a word, not a digit.
  return joined.replace(/\p{N}\u00A0(?:thousand|million|billion|trillion) \S+/gu, (match) =>
    match.replace(NUMBER_WORD_AND_UNIT, '\u00A0'),
  );
}

const listWords = (words: readonly string[]): string => {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
};

export const ENGLISH_TYPOGRAPHY: TypographyRules = {
  fullStop: '.',
  quotes: ['“', '”', '‘', '’'],
  listWords,
  lowerItem: (item) => item.replace(/^\p{Lu}(?=\p{Ll}*(?:[\s,]|$))/u, (letter) => letter.toLowerCase()),
  isList: (item) => /,.*\sand\s/u.test(item),
  joinUnits,
};
