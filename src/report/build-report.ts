import type { ModelUsageRow, StageRow } from '../contract/result.ts';
import { STAGE_ORDER, STAGES, type Stage } from '../contract/stages.ts';
import { findCriticalPath } from './find-critical-path.ts';
import { settleClocks } from './settle-clocks.ts';
import { stageWallSeconds } from './stage-wall-seconds.ts';
import type { StepRecord } from './step-record.ts';
import { sumModelUsage } from './sum-model-usage.ts';
import { toSeconds } from './to-seconds.ts';

/** One bar of the Gantt picture. Seconds count from the start of the run, with three decimals. */
export interface ReportStep {
  readonly label: string;
  readonly stage: Stage;
  /** From 1; null for a step of the whole run. */
  readonly slide: number | null;
  readonly outcome: StepRecord['outcome'];
  readonly scheduled_seconds: number;
  /** Where waiting ends and work begins; null while it waits. */
  readonly started_seconds: number | null;
  /** Null while it is not over. */
  readonly ended_seconds: number | null;
  readonly attempts: number;
  readonly reused: boolean;
  readonly critical: boolean;
}

/** What a whole run asked of its model. */
export interface RunModelUsage extends ModelUsageRow {
  /** Null where history does not tell. */
  readonly model: string | null;
}

/** Where the time of a run went. All twelve stages are there, in order; a stage that did not run has 0 activities. */
export interface RunReport {
  readonly stages: readonly StageRow[];
  /** From the start of the run to its end, or to now. */
  readonly total_seconds: number;
  /** Null for a run that asked no model. */
  readonly model_usage: RunModelUsage | null;
  /** Length of the critical path, waiting between its steps included. */
  readonly critical_seconds: number;
  /** In order of time. */
  readonly critical_path: readonly ReportStep[];
  /** In order of scheduling. */
  readonly steps: readonly ReportStep[];
}

/** The steps of a run and its times, in milliseconds since 1970. */
export interface ReportInput {
  readonly records: readonly StepRecord[];
  readonly startedAtMs: number;
  /** Null while the run is open. */
  readonly closedAtMs: number | null;
  /** The present, for what is not over. */
  readonly nowMs: number;
}

/** Returns stage times, total and critical path of a run. Pure: the same records give the same report. */
export function buildReport(input: ReportInput): RunReport {
  const records = input.records
    .map((record) => settleClocks(record, input.startedAtMs))
    .toSorted((a, b) => a.scheduledAtMs - b.scheduledAtMs || a.label.localeCompare(b.label));
  // A clock that was set back must not end the run before what happened in it.
  const lastMs = Math.max(
    input.startedAtMs,
    ...records.map(({ endedAtMs, scheduledAtMs }) => endedAtMs ?? scheduledAtMs),
  );
  const untilMs = Math.max(lastMs, input.closedAtMs ?? input.nowMs);
  const path = findCriticalPath(records, untilMs);
  const critical = new Set(path);
  const toStep = (record: StepRecord): ReportStep => ({
    label: record.label,
    stage: record.stage,
    slide: record.slideNumber,
    outcome: record.outcome,
    scheduled_seconds: toSeconds(record.scheduledAtMs - input.startedAtMs),
    started_seconds: record.startedAtMs === null ? null : toSeconds(record.startedAtMs - input.startedAtMs),
    ended_seconds: record.endedAtMs === null ? null : toSeconds(record.endedAtMs - input.startedAtMs),
    attempts: record.attempt,
    reused: record.cached,
    critical: critical.has(record),
  });
  const first = path[0];
  const last = path.at(-1);
  return {
    stages: STAGE_ORDER.map((stage) => {
      const own = records.filter((record) => record.stage === stage);
      return toRow(stage, own, untilMs);
    }),
    total_seconds: toSeconds(untilMs - input.startedAtMs),
    model_usage: toRunUsage(records),
    critical_seconds: first && last ? toSeconds((last.endedAtMs ?? untilMs) - first.scheduledAtMs) : 0,
    critical_path: path.map(toStep),
    steps: records.map(toStep),
  };
}

function toRow(stage: Stage, records: readonly StepRecord[], untilMs: number): StageRow {
  const sum = (of: (record: StepRecord) => number) => records.reduce((total, record) => total + of(record), 0);
  return {
    ...STAGES[stage],
    seconds: stageWallSeconds(records),
    work_seconds: toSeconds(sum((record) => workMs(record, untilMs))),
    queue_seconds: toSeconds(sum((record) => record.queuedMs)),
    activities: records.length,
    attempts: sum((record) => record.attempt),
    reused: records.filter((record) => record.cached).length,
    model_usage: sumModelUsage(records),
  };
}

function toRunUsage(records: readonly StepRecord[]): RunModelUsage | null {
  const usage = sumModelUsage(records);
  const model = records.find((record) => record.usage !== null)?.usage?.model ?? null;
  return usage === null ? null : { model, ...usage };
}

function workMs(record: StepRecord, untilMs: number): number {
  if (record.endedAtMs !== null) return record.ranMs;
  return record.outcome === 'running' && record.startedAtMs !== null ? Math.max(0, untilMs - record.startedAtMs) : 0;
}
