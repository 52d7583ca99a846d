import type { Client } from '@temporalio/client';
import type { HistoryEvent } from '../temporal/history-to-records.ts';
import type { StartedRun } from './start-run.ts';

/** The service answers a long poll within 20 s; beyond this it is gone. */
const LONG_POLL_MS = 30_000;

/** Reads the history of one run page by page, waiting for news at its end. */
export interface HistoryReader {
  /** All events known so far. */
  readonly events: () => readonly HistoryEvent[];
  /** Waits until there are new events or the service answers that there are none. */
  readonly readOn: (client: Client, nowMs: number, signal: AbortSignal) => Promise<void>;
  /** After a lost connection: reads from the beginning, as a page token of a former service may mean nothing. */
  readonly restart: () => void;
}

/** Creates a reader that has read nothing yet. Its calls throw what the service says. */
export function createHistoryReader(run: StartedRun): HistoryReader {
  let known: readonly HistoryEvent[] = [];
  let reading: readonly HistoryEvent[] = [];
  let nextPageToken: Uint8Array | null = null;
  return {
    events: () => known,
    readOn: async (client, nowMs, signal) => {
      const page = await client.connection.withDeadline(nowMs + LONG_POLL_MS, () =>
        client.connection.withAbortSignal(signal, () =>
          client.workflowService.getWorkflowExecutionHistory({
            namespace: client.options.namespace,
            execution: run,
            waitNewEvent: true,
            ...(nextPageToken === null ? {} : { nextPageToken }),
          }),
        ),
      );
      reading = [...reading, ...(page.history?.events ?? [])];
      nextPageToken = page.nextPageToken?.length ? page.nextPageToken : null;
      if (nextPageToken === null && reading.length === 0) return;
      // While it reads again from the beginning, what was known stays known.
      if (reading.length >= known.length) known = reading;
    },
    restart: () => {
      reading = [];
      nextPageToken = null;
    },
  };
}
