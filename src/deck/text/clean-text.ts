/** Returns the text on one line: control characters gone (XML forbids them), white space single, no-break spaces kept. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\t\n\v\f\r\u2028\u2029]/g, ' ')
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}
