import type { createColors } from 'picocolors';
import type { StageProgress } from '../contract/progress.ts';
import { STAGES } from '../contract/stages.ts';
import { formatSeconds } from '../report/format-seconds.ts';
import { stageWallSeconds } from '../report/stage-wall-seconds.ts';
import type { StepRecord } from '../report/step-record.ts';

const BAR_COLUMNS = 20;
/** A narrower terminal has no room for bars. */
const LEAST_COLUMNS_FOR_BARS = 70;

export interface StageDrawing {
  /** Of this stage alone. */
  readonly records: readonly StepRecord[];
  /** Whether the run ended without being completed. */
  readonly isBroken: boolean;
  readonly columns: number;
  readonly colors: ReturnType<typeof createColors>;
}

/** Draws a stage as one line: sign, number and name, bar, steps that are through, time, and how many results were kept. */
export function drawStage(progress: StageProgress, { colors, columns, isBroken, records }: StageDrawing): string {
  const { running, stage, total } = progress;
  const { number, name } = STAGES[stage];
  const label = `${number === null ? '  ' : String(number).padStart(2)}  ${name.padEnd(20)}`;
  if (records.length === 0) return colors.dim(`·  ${label.trimEnd()}`);
  // A step that failed or was cut off is over, but its stage is not done.
  const done = isBroken ? records.filter(({ outcome }) => outcome === 'completed').length : progress.done;
  const isDone = done > 0 && done === total;
  const reused = records.filter(({ cached }) => cached).length;
  const seconds = isDone ? formatSeconds(stageWallSeconds(records) ?? 0) : '';
  const tail = [seconds.padStart(9), reused > 0 ? `${reused} kept` : ''].join('  ').trimEnd();
  const bar = columns < LEAST_COLUMNS_FOR_BARS ? '' : ` ${drawBar(done, total, colors)}`;
  const rest = `${bar}${`${done}/${total}`.padStart(7)}${tail}`;
  if (isDone) return `${colors.green('✓')}  ${label}${rest}`;
  if (isBroken && records.some(hasFailed)) return `${colors.red('✗')}  ${label}${rest}`;
  return running > 0 ? `${colors.cyan('●')}  ${colors.bold(label)}${rest}` : `${colors.cyan('○')}  ${label}${rest}`;
}

function hasFailed({ outcome }: StepRecord): boolean {
  return outcome === 'failed' || outcome === 'timed-out';
}

function drawBar(done: number, total: number, colors: StageDrawing['colors']): string {
  const filled = total === 0 ? 0 : Math.round((done / total) * BAR_COLUMNS);
  return colors.cyan('━'.repeat(filled)) + colors.dim('─'.repeat(BAR_COLUMNS - filled));
}
