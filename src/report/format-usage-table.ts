import type { StageRow } from '../contract/result.ts';
import type { RunReport } from './build-report.ts';
import { escapeHtml } from './escape-html.ts';
import { formatCount, formatUsageLine } from './format-usage-line.ts';

const HEADS = ['Requests', 'Connections', 'Tokens read', 'Tokens written', 'Written a second'] as const;

/** Formats the part of the HTML report that says what each stage asked of the model; empty for a run that asked none. */
export function formatUsageTable({ model_usage: usage, stages }: RunReport): string {
  if (usage === null) return '';
  const rows = stages.flatMap((row) => toRow(row));
  return `<section>
<h2>Language model</h2>
<p class="lead">${escapeHtml(usage.model === null ? '' : `${usage.model}: `)}${formatUsageLine(usage)}.</p>
<table>
<thead><tr><th class="number">#</th><th class="name">Stage</th>${HEADS.map((head) => `<th>${head}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</section>
`;
}

function toRow({ model_usage: usage, name, number }: StageRow): string[] {
  if (usage === null) return [];
  const counts = [usage.requests, usage.connections, usage.prompt_tokens, usage.answer_tokens].map(formatCount);
  const rate = usage.answer_tokens_per_second;
  const cells = [...counts, rate === null ? '–' : formatCount(Math.round(rate))];
  const tail = cells.map((cell, index) => `<td data-head="${HEADS[index]}">${cell}</td>`).join('');
  return [`<tr><td class="number">${number ?? '–'}</td><td class="name">${escapeHtml(name)}</td>${tail}</tr>`];
}
