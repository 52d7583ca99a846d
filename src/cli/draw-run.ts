import { createColors } from 'picocolors';
import { stageLabel } from '../contract/stages.ts';
import { describeModelProgress } from '../jobs/model-progress.ts';
import type { RunSnapshot } from '../jobs/run-snapshot.ts';
import { countStages } from '../jobs/stage-progress.ts';
import type { StepRecord } from '../report/step-record.ts';
import { drawStage } from './draw-stage.ts';
import { formatClock } from './format-clock.ts';

const MOST_NOTES = 3;
const WIDEST_COLUMNS = 80;
/** A step that takes longer says how long it has been at it; the clock of shorter ones would only flicker. */
const LONG_STEP_MS = 5_000;

/** What one drawing of a run shows. */
export interface RunDrawing {
  readonly snapshot: RunSnapshot;
  readonly nowMs: number;
  /** Width of the terminal. */
  readonly columns: number;
  readonly hasColor: boolean;
  /** Sentences to show below, oldest first: warnings, retries, missing news. The newest three are drawn. */
  readonly notes: readonly string[];
  /** Last line: what Ctrl-C does. */
  readonly hint: string;
}

/** Draws a run as at most 22 lines of plain text: title and clock, a line a stage, what runs and what is paused, notes and a hint. */
export function drawRun(drawing: RunDrawing): string {
  const { snapshot, hasColor, hint, notes, nowMs } = drawing;
  const columns = Math.min(drawing.columns, WIDEST_COLUMNS) - 2;
  const colors = createColors(hasColor);
  const clock = formatClock(nowMs - snapshot.startedAtMs);
  const title = cut(snapshot.title ?? snapshot.project ?? snapshot.workflowId, columns - clock.length - 2);
  const head = `${colors.bold(title)}${' '.repeat(Math.max(1, columns - title.length - clock.length))}${clock}`;
  const { modelProgress } = snapshot;
  const now =
    modelProgress === null ? describeSteps(snapshot.records, 'running', nowMs) : describeModelProgress(modelProgress);
  const paused = describeSteps(snapshot.records, 'paused', nowMs);
  return [
    head,
    colors.dim(cut(describeSize(snapshot), columns)),
    '',
    ...drawStages(snapshot, columns, colors),
    '',
    ...(now === '' ? [] : [`${colors.dim('now')}  ${cut(now, columns - 5)}`]),
    ...(isWaiting(snapshot) ? [drawWaiting(snapshot, columns, colors)] : []),
    ...(paused === '' ? [] : [`${colors.yellow('paused')}  ${cut(paused, columns - 8)}`]),
    ...notes.slice(-MOST_NOTES).map((note) => `${colors.yellow('!')}    ${cut(note, columns - 5)}`),
    colors.dim(cut(hint, columns)),
  ]
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}

function drawStages(
  snapshot: RunSnapshot,
  columns: number,
  colors: ReturnType<typeof createColors>,
): readonly string[] {
  const isBroken = snapshot.outcome !== null && snapshot.outcome.status !== 'completed';
  return countStages(snapshot).flatMap((progress) => {
    const { stage, total } = progress;
    const records = snapshot.records.filter((record) => record.stage === stage);
    if (stage === 'video' && total === 0 && !snapshot.hasVideo) return [];
    // An outline to be approved stands above; stages that wait for it would push it off a small screen.
    if (records.length === 0 && isWaiting(snapshot)) return [];
    return [drawStage(progress, { records, isBroken, columns, colors })];
  });
}

/** The whole commands stand above the drawing, or below it. */
function drawWaiting({ project, workflowId }: RunSnapshot, columns: number, colors: ReturnType<typeof createColors>) {
  return `${colors.yellow('waiting')}  ${cut(`for your approval: lectra approve ${project ?? workflowId}`, columns - 9)}`;
}

function isWaiting({ approval, outcome }: RunSnapshot): boolean {
  return outcome === null && approval === 'waiting';
}

function describeSize({ slideCount, project, title }: RunSnapshot): string {
  // Until there is a title, the project stands in its place.
  return [title === null ? null : project, slideCount === null ? null : `${slideCount} slides`]
    .filter((part) => part !== null)
    .join(' · ');
}

/** Names the steps that stand like that, the slides of one stage together: "8 Synthesize Audio (slide 3, 4) 0:12". */
function describeSteps(records: readonly StepRecord[], outcome: StepRecord['outcome'], nowMs: number): string {
  const standing = records.filter((record) => record.outcome === outcome);
  return [...Map.groupBy(standing, ({ stage }) => stage)]
    .map(([stage, steps]) => {
      const slides = new Set(steps.map(({ slideNumber }) => slideNumber).filter((slide) => slide !== null));
      const numbers = [...slides].toSorted((a, b) => a - b).join(', ');
      const name = numbers === '' ? stageLabel(stage) : `${stageLabel(stage)} (slide ${numbers})`;
      const longestMs = Math.max(0, ...steps.map((step) => runningMs(step, nowMs)));
      return longestMs < LONG_STEP_MS ? name : `${name} ${formatClock(longestMs)}`;
    })
    .join('  ');
}

function runningMs({ outcome, startedAtMs }: StepRecord, nowMs: number): number {
  return outcome === 'running' && startedAtMs !== null ? nowMs - startedAtMs : 0;
}

function cut(text: string, columns: number): string {
  const characters = [...text];
  return characters.length <= columns ? text : `${characters.slice(0, Math.max(0, columns - 1)).join('')}…`;
}
