import { truncateSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** SQLITE_BUSY, and SQLITE_CORRUPT and SQLITE_NOTADB, of https://www.sqlite.org/rescode.html. */
const SQLITE_BUSY = 5;
const SQLITE_DAMAGED: readonly number[] = [11, 26];
const RETRY_INTERVAL_MS = 100;

/**
 * Takes the lock that the file at `path` stands for, or returns null when another holder has it. The folder must exist.
 * The operating system lets go of it when the process ends, however it ends, so a lock is never stale
 * (https://www.sqlite.org/lockingv3.html). The file stays behind and must not be removed.
 */
export function tryProcessLock(path: string): Disposable | null {
  try {
    return tryLock(path);
  } catch (error) {
    if (!SQLITE_DAMAGED.includes(errorNumberOf(error))) throw error;
    // Nothing is ever kept in it, and a holder would have been told as one: somebody else has written here.
    truncateSync(path);
    return tryLock(path);
  }
}

function tryLock(path: string): Disposable | null {
  const database = new DatabaseSync(path);
  try {
    database.exec('BEGIN EXCLUSIVE');
    return { [Symbol.dispose]: () => database.close() };
  } catch (error) {
    database.close();
    if (errorNumberOf(error) === SQLITE_BUSY) return null;
    throw error;
  }
}

/** Waits for the lock of `tryProcessLock`. `onWait` is called once, when somebody else holds it. */
export async function acquireProcessLock(path: string, signal: AbortSignal, onWait: () => void): Promise<Disposable> {
  for (let attempt = 0; ; attempt++) {
    signal.throwIfAborted();
    const lock = tryProcessLock(path);
    if (lock !== null) return lock;
    if (attempt === 0) onWait();
    await sleep(RETRY_INTERVAL_MS, undefined, { signal });
  }
}

function errorNumberOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) : Number.NaN;
}
