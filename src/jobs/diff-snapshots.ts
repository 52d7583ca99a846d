import { stageWallSeconds } from '../report/stage-wall-seconds.ts';
import type { StepRecord } from '../report/step-record.ts';
import { percentDone } from './model-progress.ts';
import type { RunEvent, RunSnapshot } from './run-snapshot.ts';
import { endedStages } from './stage-progress.ts';

/** Nobody wonders at a shorter pause between two attempts. */
const UNTOLD_WAIT_MS = 2_000;

/** Returns what happened between two looks at a run, in the order in which people want to read it. */
export function diffSnapshots(before: RunSnapshot | null, after: RunSnapshot): readonly RunEvent[] {
  const events: RunEvent[] = [];
  if (after.title !== null && after.slideCount !== null && (before?.slideCount ?? null) === null)
    events.push({ type: 'outline-ready', title: after.title, slideCount: after.slideCount });
  return [
    ...events,
    ...gate(before, after),
    ...modelProgress(before, after),
    ...stageEnds(before, after),
    ...retries(before, after),
    ...newWarnings(before, after),
    ...halts(before, after),
  ];
}

/** Another outline that waits is another question. */
function gate(before: RunSnapshot | null, after: RunSnapshot): readonly RunEvent[] {
  const { approval, outcome, outline, project, slideCount, title, workflowId } = after;
  if (outcome === null && approval === 'waiting' && outline !== null) {
    const isAsked = before?.approval === 'waiting' && before.outline?.sha256 === outline.sha256;
    return isAsked ? [] : [{ type: 'approval-awaited', workflowId, project, outline }];
  }
  const isNews = approval === 'approved' && before !== null && before.approval !== 'approved';
  return isNews && title !== null && slideCount !== null ? [{ type: 'outline-approved', title, slideCount }] : [];
}

function stageEnds(before: RunSnapshot | null, after: RunSnapshot): readonly RunEvent[] {
  const endedBefore = before ? endedStages(before) : [];
  return endedStages(after)
    .filter((stage) => !endedBefore.includes(stage))
    .map((stage) => ({
      type: 'stage-ended' as const,
      stage,
      seconds: stageWallSeconds(after.records.filter((record) => record.stage === stage)) ?? 0,
    }));
}

function retries(before: RunSnapshot | null, after: RunSnapshot): readonly RunEvent[] {
  // Records keep their place: history only grows.
  return after.records.flatMap((record, index) => {
    const attempt = attemptToTell(record);
    const told = before?.records[index];
    if (attempt <= Math.max(1, told === undefined ? 1 : attemptToTell(told))) return [];
    const waitMs = attempt > record.attempt ? (record.retry?.waitMs ?? null) : null;
    const reason = record.retry?.reason ?? null;
    return [{ type: 'step-retried' as const, label: record.label, attempt, reason, waitMs }];
  });
}

/** The last attempt that began, or the next one where people would wait for it without a word. */
function attemptToTell({ attempt, outcome, retry }: StepRecord): number {
  return outcome === 'retrying' && (retry?.waitMs ?? 0) > UNTOLD_WAIT_MS ? attempt + 1 : attempt;
}

/** A load once, a download at every tenth of it: a log is read by people. */
function modelProgress(before: RunSnapshot | null, { modelProgress: now }: RunSnapshot): readonly RunEvent[] {
  if (now === null) return [];
  const told = before?.modelProgress ?? null;
  const tenthOf = (progress: typeof now) => Math.floor((percentDone(progress) ?? -10) / 10);
  const isNews = told === null || told.what !== now.what || tenthOf(told) < tenthOf(now);
  return isNews ? [{ type: 'model-progressed', progress: now }] : [];
}

/** What keeps steps from going on, told once for each. */
function halts(before: RunSnapshot | null, after: RunSnapshot): readonly RunEvent[] {
  const paused = after.records.flatMap((step, index) => {
    if (step.outcome !== 'paused' || before?.records[index]?.outcome === 'paused') return [];
    return [{ type: 'step-paused' as const, workflowId: after.workflowId, step }];
  });
  const known = new Set(before?.idleQueues.map(({ name }) => name));
  const unattended = after.idleQueues
    .filter(({ name }) => !known.has(name))
    .map((queue) => ({ type: 'queue-unattended' as const, queue }));
  return [...paused, ...unattended];
}

function newWarnings(before: RunSnapshot | null, after: RunSnapshot): readonly RunEvent[] {
  const known = new Set(before?.warnings.map((warning) => warning.message));
  return after.warnings
    .filter((warning) => !known.has(warning.message))
    .map((warning) => ({ type: 'warning-raised' as const, warning }));
}
