import { withEuropeanDigits } from './european-digits.ts';

/** Ways to say "always", "every day" and "all around", a line a language; a longer number or a decimal is none of them. */
const EVERYDAY: readonly RegExp[] = [
  '24\\s?/\\s?7(?!\\d)|360\\s?°',
  '24 hours (?:a|per|each|every) day|7 days (?:a|per|each|every) week|12 months (?:a|of the|in a) year|365 days|360 degrees',
  '24 Stunden (?:am|pro|jeden) Tag|7 Tage (?:die|in der|pro|jede) Woche|12 Monate (?:im|des|pro) Jahr|365 Tage|360 Grad',
  '365\\s+दिन|360\\s+डिग्री',
].map((ways) => new RegExp(`(?<![\\d.,])(?:${ways})(?![\\p{L}\\p{M}])`, 'giu'));

/** In Hindi the whole comes first: "दिन के 24 घंटे". */
const HINDI =
  /(?:दिन\s+(?:के|में)\s+24\s+घंट(?:े|ों)|(?:हफ़्ते|हफ्ते|सप्ताह)\s+(?:के|में)\s+7\s+दिन|(?:साल|वर्ष)\s+(?:के|में)\s+12\s+मही(?:ने|नों))/gu;

/** Returns a text without the numbers that everybody uses and no document needs to bear out: "24 hours a day". */
export const withoutEverydayNumbers = (text: string): string =>
  [...EVERYDAY, HINDI].reduce((rest, ways) => rest.replace(ways, ' '), withEuropeanDigits(text));
