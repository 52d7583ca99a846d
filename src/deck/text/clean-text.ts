/**
 * Returns the text on one line: control characters gone (XML forbids them), white space single, no-break spaces kept, and
 * one between a figure and its sign, so that no line begins with "%".
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\t\n\v\f\r\u2028\u2029]/g, ' ')
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/(?<=\p{Nd}) (?=[%‰°])/gu, '\u00A0')
    .trim();
}
