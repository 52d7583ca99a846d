import type { WritingRun } from './write-under-faults.ts';

/** One line for a run: seed, language, matter, faults, end. */
export function formatWritingRun({ calls, faults, language, matter, seed, verdict }: WritingRun): string {
  const played = faults.length === 0 ? '' : ` (${formatCounts(faults)})`;
  const head = `seed ${String(seed).padStart(4)}  ${language} ${matter.padEnd(8)} ${String(faults.length).padStart(2)} of ${String(calls).padStart(3)} calls went wrong`;
  switch (verdict.kind) {
    case 'whole':
      return `${head}  whole${verdict.warnings.length === 0 ? '' : `, told: ${formatCounts(verdict.warnings)}`}`;
    case 'failed':
      return `${head}  ${verdict.code}: ${verdict.message}`;
    case 'finding':
      return `${head}${played}  FINDING\n${verdict.findings.map((finding) => `    ${finding}`).join('\n')}`;
  }
}

/** Three lines: how the runs ended, with which errors and warnings, and how often each fault was played. */
export function summarizeWritingRuns(runs: readonly WritingRun[]): string {
  const countOf = (kind: WritingRun['verdict']['kind']) => runs.filter(({ verdict }) => verdict.kind === kind).length;
  const codes = runs.flatMap(({ verdict }) => (verdict.kind === 'failed' ? [verdict.code] : []));
  const warnings = runs.flatMap(({ verdict }) => (verdict.kind === 'whole' ? verdict.warnings : []));
  const faults = runs.flatMap((run) => run.faults);
  const calls = runs.reduce((sum, run) => sum + run.calls, 0);
  return [
    `${runs.length} runs: ${countOf('whole')} whole, ${countOf('failed')} failed with one clear error, ${countOf('finding')} findings`,
    `errors: ${formatCounts(codes)}; warnings of whole ones: ${formatCounts(warnings)}`,
    `${faults.length} of ${calls} calls went wrong: ${formatCounts(faults)}`,
  ].join('\n');
}

/** "status-500 3, cut-stream 1". */
function formatCounts(names: readonly string[]): string {
  const counted = [...new Set(names)].map((name) => ({ name, count: names.filter((other) => other === name).length }));
  if (counted.length === 0) return 'none';
  return counted
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .map(({ name, count }) => `${name} ${count}`)
    .join(', ');
}
