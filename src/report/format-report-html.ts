import type { StageRow } from '../contract/result.ts';
import { STAGE_ORDER, stageLabel } from '../contract/stages.ts';
import type { ReportStep, RunReport } from './build-report.ts';
import { escapeHtml } from './escape-html.ts';
import { formatSeconds } from './format-seconds.ts';
import { formatUsageTable } from './format-usage-table.ts';
import { REPORT_STYLE } from './report-style.ts';

/** Height of a row with its gap, and of its bars: LOOK, result page. */
const ROW_PX = 26;
const BAR_PX = 12;
const CRITICAL_BAR_PX = 16;
const GRID_STEPS_SECONDS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600] as const;
const MOST_GRID_LINES = 6;

/** A row of the picture: the steps of one stage that belong to one slide, or to the whole run. */
interface GanttRow {
  readonly isFirstOfStage: boolean;
  readonly steps: readonly ReportStep[];
}

/**
 * Formats the report as one HTML page without any outside file or script: the stage table, what a model was asked, and a Gantt picture with a row
 * a stage and slide; waiting is light, work is mid, the critical path is the accent and taller. Light and dark.
 */
export function formatReportHtml(report: RunReport, title: string): string {
  const rows = toGanttRows(report.steps);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}: where the time went</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p class="lead">${formatSeconds(report.total_seconds)} in all. The critical path, the steps that decided it, took ${formatSeconds(report.critical_seconds)}.</p>
<section>
<h2>Stages</h2>
<table>
<thead><tr><th class="number">#</th><th class="name">Stage</th><th>Wall</th><th>Work</th><th>Waiting</th><th>Attempts</th><th>Reused</th></tr></thead>
<tbody>
${report.stages
  .filter((row) => row.activities > 0)
  .map(toTableRow)
  .join('\n')}
</tbody>
</table>
</section>
${formatUsageTable(report)}<section>
<h2>Every step in time</h2>
<p class="key"><span><i class="wait"></i>waiting in a queue</span><span><i class="work"></i>work</span><span><i class="critical"></i>critical path</span></p>
<div class="gantt">
${toAxis(report.total_seconds)}
${rows.map((row) => toGanttRow(row, report.total_seconds)).join('\n')}
</div>
</section>
</main>
</body>
</html>
`;
}

function toTableRow(row: StageRow): string {
  const wall = row.seconds === null ? 'running' : formatSeconds(row.seconds);
  const cells = [wall, formatSeconds(row.work_seconds), formatSeconds(row.queue_seconds), row.attempts, row.reused];
  const heads = ['Wall', 'Work', 'Waiting', 'Attempts', 'Reused'];
  const tail = cells.map((cell, index) => `<td data-head="${heads[index]}">${cell}</td>`).join('');
  return `<tr><td class="number">${row.number ?? '–'}</td><td class="name">${escapeHtml(row.name)}</td>${tail}</tr>`;
}

function toGanttRows(steps: readonly ReportStep[]): readonly GanttRow[] {
  return STAGE_ORDER.flatMap((stage) => {
    const own = steps.filter((step) => step.stage === stage);
    const slides = [...new Set(own.map((step) => step.slide))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
    return slides.map((slide, index) => ({
      isFirstOfStage: index === 0,
      steps: own.filter((step) => step.slide === slide),
    }));
  });
}

function toGanttRow(row: GanttRow, totalSeconds: number): string {
  const first = row.steps[0];
  const head = row.isFirstOfStage && first ? `<div class="stage">${escapeHtml(stageLabel(first.stage))}</div>` : '';
  const label = first?.slide == null ? 'whole run' : `slide ${first.slide}`;
  return `${head}<div class="row"><span class="label">${label}</span><svg width="100%" height="${ROW_PX}" role="img" aria-label="${escapeHtml(row.steps.map((step) => describeStep(step, totalSeconds)).join('; '))}">${row.steps.map((step) => toBars(step, totalSeconds)).join('')}</svg></div>`;
}

function toBars(step: ReportStep, totalSeconds: number): string {
  const endSeconds = step.ended_seconds ?? totalSeconds;
  const workFrom = step.started_seconds ?? endSeconds;
  const waiting = toBar('wait', step.scheduled_seconds, workFrom, totalSeconds, BAR_PX);
  const kind = step.critical ? 'critical' : 'work';
  const work = toBar(kind, workFrom, endSeconds, totalSeconds, step.critical ? CRITICAL_BAR_PX : BAR_PX);
  return `<g><title>${escapeHtml(describeStep(step, totalSeconds))}</title>${waiting}${step.started_seconds === null ? '' : work}</g>`;
}

/** A stroke in the bar's own colour keeps a step visible that is shorter than a pixel. */
function toBar(kind: string, from: number, to: number, totalSeconds: number, heightPx: number): string {
  if (to < from || (kind === 'wait' && to === from)) return '';
  const y = (ROW_PX - heightPx) / 2;
  const width = toPercent(to - from, totalSeconds);
  return `<rect class="${kind}" x="${toPercent(from, totalSeconds)}" y="${y}" width="${width}" height="${heightPx}" rx="2"/>`;
}

function describeStep(step: ReportStep, totalSeconds: number): string {
  const endSeconds = step.ended_seconds ?? totalSeconds;
  const startedSeconds = step.started_seconds ?? endSeconds;
  const words = [
    `waited ${formatSeconds(Math.max(0, startedSeconds - step.scheduled_seconds))}`,
    `ran ${formatSeconds(Math.max(0, endSeconds - startedSeconds))}`,
    ...(step.attempts > 1 ? [`${step.attempts} attempts`] : []),
    ...(step.reused ? ['reused'] : []),
    ...(step.outcome === 'completed' ? [] : [step.outcome]),
    ...(step.critical ? ['on the critical path'] : []),
  ];
  return `${step.label}: ${words.join(', ')}`;
}

function toAxis(totalSeconds: number): string {
  const stepSeconds = GRID_STEPS_SECONDS.find((step) => totalSeconds / step <= MOST_GRID_LINES) ?? 7200;
  const marks: string[] = [];
  for (let index = 0; index * stepSeconds <= totalSeconds; index += 1) {
    const seconds = index * stepSeconds;
    // A word at the right edge would stand outside, on a phone upon the one before it.
    if (seconds > totalSeconds * 0.92) break;
    marks.push(`<text x="${toPercent(seconds, totalSeconds)}" y="16">${formatMark(seconds)}</text>`);
  }
  return `<div class="row axis"><span class="label"></span><svg width="100%" height="22" aria-hidden="true">${marks.join('')}</svg></div>`;
}

function formatMark(seconds: number): string {
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`;
}

function toPercent(seconds: number, totalSeconds: number): string {
  const share = totalSeconds > 0 ? (Math.max(0, seconds) / totalSeconds) * 100 : 0;
  return `${Number(Math.min(100, share).toFixed(3))}%`;
}
