import type { StageRow } from '../contract/result.ts';
import { stageLabel } from '../contract/stages.ts';
import type { ReportStep, RunReport } from './build-report.ts';
import { formatSeconds } from './format-seconds.ts';
import { formatUsageLine } from './format-usage-line.ts';

const HEAD = ['    Stage', 'Wall', 'Work', 'Waiting', 'Attempts', 'Reused'] as const;
/** 75 columns in all. */
const WIDTHS = [27, 10, 10, 10, 10, 8] as const;
const TEXT_COLUMNS = 80;
/**
 * Between two steps the workflow decides what comes next, which takes milliseconds; more is an outline that waits for
 * approval.
 */
const LEAST_IDLE_SECONDS = 1;

/**
 * Formats the table that ends a run: stage, wall time, work, waiting in queues, attempts, reused results, then the total,
 * the critical path, and what a model was asked. At most 80 columns; ends with a line break. Stages that did not run are
 * left out.
 */
export function formatReportText(report: RunReport): string {
  const rows = report.stages.filter((row) => row.activities > 0);
  const total = [
    '    Total',
    formatSeconds(report.total_seconds),
    formatSeconds(rows.reduce((sum, row) => sum + row.work_seconds, 0)),
    formatSeconds(rows.reduce((sum, row) => sum + row.queue_seconds, 0)),
    String(rows.reduce((sum, row) => sum + row.attempts, 0)),
    String(rows.reduce((sum, row) => sum + row.reused, 0)),
  ];
  const rule = '-'.repeat(WIDTHS.reduce((sum, width) => sum + width, 0));
  const table = [toLine(HEAD), rule, ...rows.map((row) => toLine(toCells(row))), rule, toLine(total)];
  return `${[...table, ...toPathLines(report), ...toUsageLines(report)].join('\n')}\n`;
}

function toCells(row: StageRow): readonly string[] {
  return [
    `${row.number === null ? '' : row.number}`.padStart(2).concat('  ', row.name),
    row.seconds === null ? 'running' : formatSeconds(row.seconds),
    formatSeconds(row.work_seconds),
    formatSeconds(row.queue_seconds),
    String(row.attempts),
    String(row.reused),
  ];
}

function toLine(cells: readonly string[]): string {
  return cells
    .map((cell, index) => (index === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[index] ?? 0)))
    .join('')
    .trimEnd();
}

function toPathLines(report: RunReport): readonly string[] {
  if (report.critical_path.length === 0) return [];
  const parts = report.critical_path.flatMap((step, index) => {
    const idleSeconds =
      step.scheduled_seconds - (report.critical_path[index - 1]?.ended_seconds ?? step.scheduled_seconds);
    const name = `${shortLabel(step)} ${formatSeconds(lengthSeconds(step, report))}`;
    return idleSeconds < LEAST_IDLE_SECONDS ? [name] : [`idle ${formatSeconds(idleSeconds)}`, name];
  });
  return ['', `Critical path, ${formatSeconds(report.critical_seconds)}:`, ...wrap(parts, ' > ', '  ')];
}

function toUsageLines({ model_usage: usage }: RunReport): readonly string[] {
  if (usage === null) return [];
  const { model } = usage;
  return ['', model === null ? 'Model:' : `Model: ${model}`, `  ${formatUsageLine(usage)}`];
}

function shortLabel(step: ReportStep): string {
  return step.slide === null ? stageLabel(step.stage) : `${stageLabel(step.stage)} (slide ${step.slide})`;
}

function lengthSeconds(step: ReportStep, report: RunReport): number {
  return (step.ended_seconds ?? report.total_seconds) - step.scheduled_seconds;
}

function wrap(parts: readonly string[], separator: string, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = indent;
  for (const [index, part] of parts.entries()) {
    const piece = index === parts.length - 1 ? part : part + separator.trimEnd();
    if (line !== indent && line.length + 1 + piece.length > TEXT_COLUMNS) {
      lines.push(line);
      line = indent;
    }
    line += line === indent ? piece : ` ${piece}`;
  }
  return [...lines, line];
}
