/**
 * What can go wrong at the read-aloud service. The first four happen at the handshake, the rest in the turn.
 * `no-audio` and `truncated-audio` end the turn as if all were well, as the real service does;
 * `close-mid-audio` drops the connection (1006) and closes it with 1011 in turn; `silent-hang` waits until the client leaves.
 */
export const EDGE_FAULTS = [
  'status-403',
  'status-429',
  'status-503',
  'reset',
  'no-audio',
  'truncated-audio',
  'silent-hang',
  'no-word-boundaries',
  'close-mid-audio',
] as const;

export type EdgeFault = (typeof EDGE_FAULTS)[number];
