import type { FaultRun } from './run-under-faults.ts';

/** One line for a run: seed, end, time, calls and the warnings, the error or the findings. */
export function formatFaultRun({ calls, durationMs, faults, seed, verdict, video }: FaultRun): string {
  const figures = `${(durationMs / 1_000).toFixed(1).padStart(6)} s  ${faults} of ${calls} calls went wrong`;
  const head = `seed ${String(seed).padStart(4)}${video ? ' video' : '      '} ${figures}  `;
  switch (verdict.kind) {
    case 'whole':
      return `${head}whole${verdict.warnings.length === 0 ? '' : `: ${verdict.warnings.join(', ')}`}`;
    case 'failed':
      return `${head}${verdict.code}: ${verdict.message}`;
    case 'finding':
      return `${head}FINDING\n${verdict.findings.map((finding) => `    ${finding}`).join('\n')}`;
  }
}

/** "100 runs: 60 whole, 40 failed with one clear error (SPEECH_FAILED 30, MODEL_MISSING 10), 0 findings". */
export function summarizeFaultRuns(runs: readonly FaultRun[]): string {
  const countOf = (kind: FaultRun['verdict']['kind']) => runs.filter(({ verdict }) => verdict.kind === kind).length;
  const codes = runs.flatMap(({ verdict }) => (verdict.kind === 'failed' ? [verdict.code] : []));
  const byCode = [...new Set(codes)]
    .map((code) => ({ code, count: codes.filter((other) => other === code).length }))
    .sort((a, b) => b.count - a.count)
    .map(({ code, count }) => `${code} ${count}`);
  const calls = runs.reduce((sum, run) => sum + run.calls, 0);
  const faults = runs.reduce((sum, run) => sum + run.faults, 0);
  return [
    `${runs.length} runs: ${countOf('whole')} whole`,
    `${countOf('failed')} failed with one clear error${byCode.length === 0 ? '' : ` (${byCode.join(', ')})`}`,
    `${countOf('finding')} findings; ${faults} of ${calls} calls went wrong`,
  ].join(', ');
}
