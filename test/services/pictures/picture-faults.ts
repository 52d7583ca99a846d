/**
 * What can go wrong at a picture provider, in a search and in a download alike. `wrong-type` is a PDF under the media
 * type that was due; `too-large` never ends; `empty-results` is a search without hits or a file without bytes;
 * `redirect-to-private` leads to an address that no client may follow, and the ledger tells who did.
 */
export const PICTURE_FAULTS = [
  'status-429',
  'status-500',
  'status-404',
  'reset',
  'html-instead',
  'truncated',
  'wrong-type',
  'too-large',
  'slow',
  'empty-results',
  'redirect-to-private',
] as const;

export type PictureFault = (typeof PICTURE_FAULTS)[number];
