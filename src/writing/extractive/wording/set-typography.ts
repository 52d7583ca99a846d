const UNITS =
  '(?:%|°[CF]?|[kcmµn]?m[²³]?|k?g|mg|t|ha|[mk]?l|[kM]?W|[kM]?Wh|k?J|k?Pa|k?V|A|Hz|[kMG]Hz|K|h|s|ms|min|years?|days?|hours?|minutes?|' +
  'seconds?|weeks?|months?|degrees|litres?|liters?|met(?:re|er)s?|kilomet(?:re|er)s?|tonnes?|tons?|percent|per cent|thousand|million|billion|' +
  'trillion)';
const NUMBER_AND_UNIT = new RegExp(`(?<=\\p{N}) (?=${UNITS}(?![\\p{L}\\p{N}]))`, 'gu');
const NUMBER_WORD_AND_UNIT = / (?=(?:years|days|hours|km²?|m|million|billion)(?![\p{L}\p{N}]))/u;

/** Returns the text with curly quotation marks, dashes and ellipses; wording untouched. */
export function setQuotes(text: string): string {
  return text
    .replace(/\.{3,}/gu, '…')
    .replace(/(?<=\s)(?:--|—–|–—)(?=\s)/gu, '–')
    .replace(/(^|[\s([{—–/])"/gu, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{—–/“])'(?=\S)(?!\d0s)/gu, '$1‘')
    .replaceAll("'", '’');
}

/** Returns the text with a no-break space between a number and its unit, so that no line ends between them. */
export function joinUnits(text: string): string {
  const joined = text.replace(NUMBER_AND_UNIT, '\u00A0');
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
