import { type LectraError, ProviderError, RenderError } from '../../contract/errors.ts';

export interface FailedStart {
  /** What the server printed in its last attempt. */
  readonly printed: string;
  readonly databasePath: string;
  readonly logPath: string;
}

/** What SQLite says of a file that is no database of the server: https://www.sqlite.org/rescode.html. */
const DAMAGED = /file is not a database|malformed|no such table|no such column|file is encrypted/i;
const FULL = /database or disk is full|no space left/i;

/**
 * Returns why the server does not start, in one sentence with the way out: SERVICE_UNAVAILABLE, or DISK_FULL. A damaged
 * database is named and left where it is: it is the user's, and what Temporal knew of past runs lies in it.
 */
export function describeFailedStart({ printed, databasePath, logPath }: FailedStart): LectraError {
  const reason = findReason(printed);
  if (FULL.test(reason)) {
    return new RenderError('DISK_FULL', `The disk of "${databasePath}" is full (${reason}); free some space.`);
  }
  const message = DAMAGED.test(reason)
    ? `The database of Temporal, "${databasePath}", is damaged (${reason}). Move it away and start again: Lectra makes a new one, and finished steps are kept.`
    : `The embedded Temporal service does not start${reason === '' ? '' : ` (${reason})`}. Its log is ${logPath}.`;
  return new ProviderError('SERVICE_UNAVAILABLE', message, { provider: 'temporal' });
}

/** The CLI ends with one line `Error: …`; what is before the last colons is where in the server it happened. */
function findReason(printed: string): string {
  const lines = printed.split('\n').filter((line) => line.startsWith('Error: '));
  return (lines.at(-1) ?? '').replace(/^Error: /, '').replace(/^failed starting server: /, '');
}
