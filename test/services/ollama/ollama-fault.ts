/** What can go wrong at the Ollama stand-in. */
export const OLLAMA_FAULTS = [
  /** Status 200 and a proper end, yet no text. */
  'empty-200',
  /** A proper end after text that is no valid JSON. */
  'broken-json',
  /** The body ends properly in the middle of the text, without a `done` line. */
  'cut-stream',
  /** The connection is reset in the middle of the answer. */
  'connection-reset',
  /** An `error` line in the middle of a body that began with status 200. */
  'error-line',
  'status-500',
  'status-503',
  /** The first token comes late, and the slot is held meanwhile. */
  'slow-first-token',
  /** The same phrase again and again. */
  'repeated-text',
  /** Hindi where English was asked for, and English where Hindi was. */
  'wrong-language',
  /** The model is gone: 404. */
  'model-swapped',
  /** Nothing at all until the client leaves. */
  'never-answers',
] as const;

/** One of them. */
export type OllamaFault = (typeof OLLAMA_FAULTS)[number];
