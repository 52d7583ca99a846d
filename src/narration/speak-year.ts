const ONES = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ');
const TENS = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function speakTwoDigits(value: number): string {
  if (value < 20) return ONES[value] ?? '';
  const tens = TENS[Math.floor(value / 10)] ?? '';
  return value % 10 === 0 ? tens : `${tens}-${ONES[value % 10] ?? ''}`;
}

/**
 * Returns an English year in words, "nineteen sixty-nine", because engines read the digits as a count: "one thousand
 * nine hundred". 1000, 2000 to 2009 and whatever is no year from 1000 to 2099 keep their digits.
 */
export function speakYear(year: number): string {
  const isPlain = year < 1000 || year > 2099 || year === 1000 || (year >= 2000 && year < 2010);
  if (isPlain) return String(year);
  const century = Math.floor(year / 100);
  const rest = year % 100;
  if (rest === 0) return `${speakTwoDigits(century)} hundred`;
  return `${speakTwoDigits(century)} ${rest < 10 ? `oh ${ONES[rest] ?? ''}` : speakTwoDigits(rest)}`;
}

/** Returns an English decade in words: 1960 becomes "nineteen sixties", 2000 "two thousands". */
export function speakDecade(year: number): string {
  if (year === 2000) return 'two thousands';
  const words = speakYear(year);
  return words.endsWith('y') ? `${words.slice(0, -1)}ies` : `${words}s`;
}
