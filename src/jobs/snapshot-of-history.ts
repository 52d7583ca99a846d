import type { Client } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';
import type { Warning } from '../contract/step-result.ts';
import type { StepRecord } from '../report/step-record.ts';
import { historyToFacts } from '../temporal/history-to-facts.ts';
import { historyToOutcome } from '../temporal/history-to-outcome.ts';
import { type HistoryEvent, historyToRecords } from '../temporal/history-to-records.ts';
import { findResetEventId } from '../temporal/history-to-reset-point.ts';
import { findStuckTask } from '../temporal/history-to-stuck-task.ts';
import type { IdleQueue } from './find-idle-queues.ts';
import { findModelProgress } from './model-progress.ts';
import type { RunSnapshot } from './run-snapshot.ts';
import type { StartedRun } from './start-run.ts';
import type { PendingWork } from './waiting-queues.ts';

/** What the service tells of an open run beside its history. */
export interface LiveFacts {
  readonly pending: PendingWork;
  readonly idleQueues: readonly IdleQueue[];
}

/** Returns what history and the live facts tell of a run. Pure, save for the client's payload converter. */
export function snapshotOfHistory(
  client: Client,
  run: StartedRun,
  startedAtMs: number,
  events: readonly HistoryEvent[],
  { idleQueues, pending }: LiveFacts,
): RunSnapshot {
  const { payloadConverter } = client.options.loadedDataConverter;
  const decode = (payload: Parameters<typeof payloadConverter.fromPayload>[0]) =>
    payloadConverter.fromPayload<unknown>(payload);
  const records = historyToRecords(events, pending.activities, decode);
  const outcome = historyToOutcome(events);
  return {
    workflowId: run.workflowId,
    runId: run.runId,
    ...historyToFacts(events, decode),
    startedAtMs,
    closedAtMs: outcome === null ? null : tsToMs(events.at(-1)?.eventTime),
    records,
    warnings: warningsOf(records),
    outcome,
    stuck: outcome === null ? findStuckTask(events, pending.workflowTask) : null,
    idleQueues: outcome === null ? idleQueues : [],
    modelProgress: outcome === null ? findModelProgress(pending, decode) : null,
    resetEventId: findResetEventId(events),
  };
}

/** Each sentence once, in the order in which the steps ended. */
function warningsOf(records: readonly StepRecord[]): readonly Warning[] {
  const byMessage = new Map<string, Warning>();
  for (const record of records.toSorted((a, b) => (a.endedAtMs ?? 0) - (b.endedAtMs ?? 0))) {
    for (const warning of record.warnings) {
      if (!byMessage.has(warning.message)) byMessage.set(warning.message, warning);
    }
  }
  return [...byMessage.values()];
}
