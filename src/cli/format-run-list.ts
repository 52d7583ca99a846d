import type { RunSummary } from '../jobs/run-summary.ts';
import { formatClock } from './format-clock.ts';
import { nameStatus } from './name-status.ts';

/** Project and status share them: a long status takes from the names. */
const NAME_AND_STATUS_COLUMNS = 45;
const LEAST_STATUS_COLUMNS = 11;

/** Formats the runs as a table of at most 80 columns: project, status, slides, start, how long. */
export function formatRunList(runs: readonly RunSummary[], nowMs: number): string {
  if (runs.length === 0) return 'There is no run yet; `lectra generate DOCUMENT` starts one.\n';
  const statuses = runs.map(({ status }) => nameStatus(status));
  const statusColumns = Math.max(LEAST_STATUS_COLUMNS, ...statuses.map(({ length }) => length + 2));
  const nameColumns = NAME_AND_STATUS_COLUMNS - statusColumns;
  const head = ['Project', 'Status', 'Slides', 'Started (UTC)', 'Took'];
  const rows = runs.map((run, index) => [
    cut(run.project ?? run.workflow_id, nameColumns - 2),
    statuses[index] ?? '',
    run.slide_count === null ? '' : String(run.slide_count),
    run.started_at.slice(0, 16).replace('T', ' '),
    formatClock((run.closed_at === null ? nowMs : Date.parse(run.closed_at)) - Date.parse(run.started_at)),
  ]);
  return `${[head, ...rows].map((row) => toLine(row, nameColumns, statusColumns)).join('\n')}\n`;
}

function toLine(row: readonly string[], nameColumns: number, statusColumns: number): string {
  const [name = '', status = '', slides = '', started = '', took = ''] = row;
  return `${name.padEnd(nameColumns)}${status.padEnd(statusColumns)}${slides.padStart(6)}  ${started.padEnd(16)}${took.padStart(9)}`;
}

function cut(text: string, columns: number): string {
  const characters = [...text];
  return characters.length <= columns ? text : `${characters.slice(0, columns - 1).join('')}…`;
}
