import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { RenderError } from '../../contract/errors.ts';
import { isNodeError } from '../../platform/is-node-error.ts';

/** A publisher that was killed is known by this silence. */
const STALE_AFTER_MS = 20_000;
const LOOK_EVERY_MS = 250;
/** Publishing takes a second or two; this is the time of very many others. */
const MOST_LOOKS = 480;

/** The turn to lay the folder of a project. */
export interface FolderTurn {
  /** Fires with STEP_TIMED_OUT when the turn is lost: this process stood still for so long that another took it. */
  readonly lost: AbortSignal;
  readonly end: () => Promise<void>;
}

/**
 * Waits for its turn to lay the folder of a project. Throws OUTPUT_UNWRITABLE when others hold it for two minutes, and the
 * reason of `signal`, so that a cancel does not wait for a publisher that is gone.
 */
export async function lockFolder(outputFolder: string, project: string, signal: AbortSignal): Promise<FolderTurn> {
  const lost = new AbortController();
  // Left to itself, proper-lockfile throws from a timer, which ends the whole worker process.
  const onCompromised = (cause: Error): void => lost.abort(lostTurn(join(outputFolder, project), cause));
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    signal.throwIfAborted();
    try {
      const path = join(outputFolder, `.${project}`);
      const unlock = await lock(path, { realpath: false, stale: STALE_AFTER_MS, onCompromised });
      return { lost: lost.signal, end: async () => (lost.signal.aborted ? undefined : unlock()) };
    } catch (error) {
      if (!isNodeError(error, 'ELOCKED')) throw error;
    }
    await pause(signal);
  }
  throw new RenderError(
    'OUTPUT_UNWRITABLE',
    `Another run has been writing "${join(outputFolder, project)}" for two minutes; wait for its end and start again, or choose another --project.`,
  );
}

/** A timer is ended with an error of its own; the caller wants the reason that was given. */
async function pause(signal: AbortSignal): Promise<void> {
  try {
    await sleep(LOOK_EVERY_MS, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

function lostTurn(folder: string, cause: Error): RenderError {
  const message = `Writing "${folder}" stood still for so long that another run took its turn (${cause.message}); it is written anew.`;
  return new RenderError('STEP_TIMED_OUT', message, {}, { cause });
}
