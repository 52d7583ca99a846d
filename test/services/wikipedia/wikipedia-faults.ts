/**
 * What can go wrong at the API of a wiki. `maxlag` and `refused` are errors with HTTP 200, as MediaWiki sends most of them;
 * `cut-body` ends in the middle of its JSON; `html-instead` is a page of a proxy; `redirect-to-private` leads to an address
 * that no client may follow, and the ledger tells who did.
 */
export const WIKIPEDIA_FAULTS = [
  'maxlag',
  'refused',
  'status-403',
  'status-429',
  'status-500',
  'status-503',
  'cut-body',
  'html-instead',
  'other-json',
  'reset',
  'silent',
  'redirect-to-private',
] as const;

export type WikipediaFault = (typeof WIKIPEDIA_FAULTS)[number];
