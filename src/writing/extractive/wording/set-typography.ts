const UNITS =
  '(?:%|°[CF]?|[kcmµn]?m[²³]?|k?g|mg|t|ha|[mk]?l|[kM]?W|[kM]?Wh|k?J|k?Pa|k?V|A|Hz|[kMG]Hz|K|h|s|ms|min|years?|days?|hours?|minutes?|' +
  'seconds?|weeks?|months?|degrees|litres?|liters?|met(?:re|er)s?|kilomet(?:re|er)s?|tonnes?|tons?|percent|per cent|thousand|million|billion|' +
  'trillion)';
const NUMBER_AND_UNIT = new RegExp(`(?<=\\p{N}) (?=${UNITS}(?![\\p{L}\\p{N}]))`, 'gu');
const NUMBER_WORD_AND_UNIT = / (?=(?:years|days|hours|km²?|m|million|billion)(?![\p{L}\p{N}]))/u;

/** Returns the text with curly quotation marks, dashes, ellipses and real minus signs; wording untouched. */
export function setQuotes(text: string): string {
  return text
    .replace(/(?<=^|[\s(])[-–](?=\p{N}+(?:[.,]\p{N}+)?(?![\p{L}\p{N}-]))/gu, '−')
    .replace(/\.{3,}/gu, '…')
    .replace(/(?<=\s)(?:--|—–|–—)(?=\s)/gu, '–')
    .replace(/(^|[\s([{—–/])"/gu, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{—–/“])'(?=\S)(?!\d0s)/gu, '$1‘')
    .replaceAll("'", '’');
}

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

/** Returns the text with no-break spaces between a number and its unit and in names and dates that a line end would tear. */
export function joinUnits(text: string): string {
  const joined = PAIRS.reduce((one, pair) => one.replace(pair, '\u00A0'), text.replace(NUMBER_AND_UNIT, '\u00A0'));
  // "7 million km²": the second unit follows a word, not a digit.
  return joined.replace(/\p{N}\u00A0(?:thousand|million|billion|trillion) \S+/gu, (match) =>
    match.replace(NUMBER_WORD_AND_UNIT, '\u00A0'),
  );
}

/** Returns the text with its first letter in upper case; "pH" and "iPhone" stay as they are. */
export function capitalizeFirst(text: string): string {
  if (/^[“‘"'(]*\p{Ll}\p{Lu}/u.test(text)) return text;
  return text.replace(/^([“‘"'(]*)(\p{Ll})/u, (_match, quote: string, letter: string) => quote + letter.toUpperCase());
}
