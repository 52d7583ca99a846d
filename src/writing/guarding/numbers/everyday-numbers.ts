/** Ways to say "always", "every day" and "all around" that are no figures of a document. */
const EVERYDAY =
  /(?<!\d)24\s?\/\s?7(?!\d)|\b24 hours (?:a|per|each|every) day\b|\b7 days (?:a|per|each|every) week\b|\b12 months (?:a|of the|in a) year\b|\b24 Stunden (?:am|pro|jeden) Tag\b|\b7 Tage (?:die|in der|pro|jede) Woche\b|\b12 Monate (?:im|des|pro) Jahr|(?:दिन\s+(?:के|में)\s+24\s+घंट(?:े|ों)|(?:हफ़्ते|हफ्ते|सप्ताह)\s+(?:के|में)\s+7\s+दिन|(?:साल|वर्ष)\s+(?:के|में)\s+12\s+मही(?:ने|नों))|(?<!\d)365\s+(?:days|Tage|दिन)|(?<!\d)360\s?(?:°|degrees|Grad|डिग्री)/giu;

/** Returns a text without the numbers that everybody uses and no document needs to bear out: "24 hours a day". */
export const withoutEverydayNumbers = (text: string): string => text.normalize('NFC').replace(EVERYDAY, ' ');
