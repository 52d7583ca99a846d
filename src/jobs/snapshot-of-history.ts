import type { Client } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';
import type { Warning } from '../contract/step-result.ts';
import type { StepRecord } from '../report/step-record.ts';
import { historyToFacts } from '../temporal/history-to-facts.ts';
import { historyToOutcome } from '../temporal/history-to-outcome.ts';
import { type HistoryEvent, historyToRecords, type PendingActivity } from '../temporal/history-to-records.ts';
import type { RunSnapshot } from './run-snapshot.ts';
import type { StartedRun } from './start-run.ts';

/** Returns what history and the pending activities tell of a run. Pure, save for the client's payload converter. */
export function snapshotOfHistory(
  client: Client,
  run: StartedRun,
  startedAtMs: number,
  events: readonly HistoryEvent[],
  pending: readonly PendingActivity[],
): RunSnapshot {
  const { payloadConverter } = client.options.loadedDataConverter;
  const decode = (payload: Parameters<typeof payloadConverter.fromPayload>[0]) =>
    payloadConverter.fromPayload<unknown>(payload);
  const records = historyToRecords(events, pending, decode);
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
