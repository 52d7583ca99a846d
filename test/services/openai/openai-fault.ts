/** What can go wrong at the OpenAI-compatible stand-in. */
export const OPENAI_FAULTS = [
  /** Status 200 and a proper end, yet no text. */
  'empty-200',
  /** A proper end after text that is no valid JSON. */
  'broken-json',
  /** The same phrase again and again. */
  'repeated-text',
  /** Hindi where English was asked for, and English where Hindi was. */
  'wrong-language',
  /** The body ends properly in the middle of the text: no reason to finish, no `[DONE]`. */
  'cut-stream',
  /** The connection is reset in the middle of the answer. */
  'connection-reset',
  /** An error object in the middle of a stream that began with status 200. */
  'error-event',
  'status-500',
  'status-503',
  /** Too many requests, with a Retry-After of two seconds. */
  'status-429',
  /** A server that knows no `response_format` of this kind. */
  'no-json-schema',
  /** The first token comes late. */
  'slow-first-token',
  /** Nothing at all until the client leaves. */
  'never-answers',
] as const;

/** One of them. */
export type OpenAiFault = (typeof OPENAI_FAULTS)[number];
