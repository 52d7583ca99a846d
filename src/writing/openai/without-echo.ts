/**
 * Of a check by pydantic, as JSON, as JSON within a text, and as Python writes it. What it says of a field stands
 * before.
 */
const ECHO = /\\?["']input\\?["']\s*:/;

/**
 * Returns the words of a refusal up to where it repeats the request, as servers in Python do when they refuse a body as a
 * whole: there every field is named, and none is meant (https://docs.pydantic.dev/latest/errors/errors/#error-messages).
 */
export function withoutEcho(said: string): string {
  const at = said.search(ECHO);
  return at < 0 ? said : said.slice(0, at);
}
