import type { RunSummary } from '../jobs/run-summary.ts';
import { formatClock } from './format-clock.ts';

const NAME_COLUMNS = 34;

/** Formats the runs as a table of at most 80 columns: project, status, slides, start, how long. */
export function formatRunList(runs: readonly RunSummary[], nowMs: number): string {
  if (runs.length === 0) return 'There is no run yet; `lectra generate DOCUMENT` starts one.\n';
  const head = ['Project', 'Status', 'Slides', 'Started (UTC)', 'Took'];
  const rows = runs.map((run) => [
    cut(run.project ?? run.workflow_id, NAME_COLUMNS - 2),
    run.status,
    run.slide_count === null ? '' : String(run.slide_count),
    run.started_at.slice(0, 16).replace('T', ' '),
    formatClock((run.closed_at === null ? nowMs : Date.parse(run.closed_at)) - Date.parse(run.started_at)),
  ]);
  return `${[head, ...rows].map(toLine).join('\n')}\n`;
}

function toLine([name = '', status = '', slides = '', started = '', took = '']: readonly string[]): string {
  return `${name.padEnd(NAME_COLUMNS)}${status.padEnd(11)}${slides.padStart(6)}  ${started.padEnd(16)}${took.padStart(9)}`;
}

function cut(text: string, columns: number): string {
  const characters = [...text];
  return characters.length <= columns ? text : `${characters.slice(0, columns - 1).join('')}…`;
}
