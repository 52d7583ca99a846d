import { createHash } from 'node:crypto';

/** The public constant that every client of the read-aloud service sends. */
export const TRUSTED_CLIENT_TOKEN = '6A5AA1D4EAFF4E9FB37E23D68491D6F4';

const WINDOW_SECONDS = 300;
/** From the Windows epoch, 1601, to the Unix one. */
const EPOCH_GAP_SECONDS = 11_644_473_600;

/** Returns the Sec-MS-GEC value of a moment in Unix milliseconds. Method: communicate.py and drm.py of rany2/edge-tts. */
export function createSecMsGec(nowMs: number): string {
  const seconds = Math.floor(nowMs / 1000) + EPOCH_GAP_SECONDS;
  const rounded = seconds - (seconds % WINDOW_SECONDS);
  return createHash('sha256').update(`${rounded}0000000${TRUSTED_CLIENT_TOKEN}`).digest('hex').toUpperCase();
}

/**
 * Whether a value belongs to the five-minute window of now or a neighbour: up to five minutes of skew always pass,
 * ten and more never do.
 */
export function isSecMsGecOf(value: string, nowMs: number): boolean {
  return [-1, 0, 1].some((windows) => createSecMsGec(nowMs + windows * WINDOW_SECONDS * 1000) === value);
}
