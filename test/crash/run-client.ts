import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { RunningLectra } from '../e2e/lectra-home.ts';
import { type Result, resultOf } from '../e2e/result-of.ts';
import { ATTACH, type CrashHome, GENERATE } from './crash-home.ts';

/** More would be no user. */
const MOST_STARTS = 8;

const errorSchema = z.object({ code: z.string().nullable() });

/** A user who wants one lecture, and gives the command again when it was killed. */
export interface CrashClient {
  /** Rejects with what the command said, when that is no call to try again. */
  readonly result: Promise<Result>;
  /** Kills the command outright; the user gives it again after `awayMs`. */
  readonly kill: (awayMs: number) => Promise<void>;
  /** Commands given so far. */
  readonly starts: () => number;
}

/** Starts the user. A run that is open is attached to; a host that was killed while it started is asked for once more. */
export function runClient(home: CrashHome): CrashClient {
  let running: RunningLectra = home.start(GENERATE);
  let starts = 1;
  let killedFor: number | null = null;

  const startAgain = (words: readonly string[]): void => {
    starts += 1;
    running = home.start(words);
  };
  const untilDone = async (): Promise<Result> => {
    for (;;) {
      const outcome = await running.outcome;
      if (outcome.exitCode === 0) return resultOf(outcome);
      if (starts === MOST_STARTS) return resultOf(outcome);
      if (killedFor !== null) {
        await sleep(killedFor);
        killedFor = null;
        startAgain(GENERATE);
        continue;
      }
      const code = codeOf(outcome.stdout);
      if (code === 'RUN_EXISTS') startAgain(ATTACH);
      else if (code === 'SERVICE_UNAVAILABLE') startAgain(GENERATE);
      else return resultOf(outcome);
    }
  };
  return {
    result: untilDone(),
    kill: async (awayMs) => {
      killedFor = awayMs;
      running.send('SIGKILL');
      await running.outcome;
    },
    starts: () => starts,
  };
}

function codeOf(stdout: string): string | null {
  try {
    return errorSchema.safeParse(JSON.parse(stdout)).data?.code ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
