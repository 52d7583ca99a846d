/** Languages, formats and tools of code, and the trade itself. */
const CODE =
  /\b(?:api|apis|bash|c\+\+|command[ -]line|compilers?|coding|css|databases?|developers?|docker|git|github|graphql|html|http|java|javascript|json|jsx|kotlin|kubernetes|latex|linux|markdown|node\.js|npm|php|powershell|programm(?:ers?|ing)|python|regex|regular expressions?|software|source code|spreadsheets?|sql|svg|typescript|unix|web ?(?:apps?|development|pages?|servers?|sites?)|xml|yaml)\b|\bC#|\.NET\b|प्रोग्रामिंग|सॉफ़्टवेयर|कोडिंग|Programmier|programmation|programación/iu;

/**
 * Whether a lecture is about code, by what its user said and its outline holds. Braces, tags, flags such as "-u" and words
 * such as "placeholder" or "type string" are matter there, and slips of a model everywhere else.
 */
export const speaksOfCode = (given: string): boolean => CODE.test(given);
