import type { CrashRun } from './crash-run.ts';

/** Returns one line: scenario, seed, who was killed at which moment, time, repeats, verdict; a line more for each finding. */
export function formatCrashRun(run: CrashRun): string {
  const { commands, folder, kills, plan, scenario, seed, tookMs, verdict } = run;
  const missed = plan.kills.length - kills.length;
  const killed = kills.map(({ atMs, storedSteps, victim }) => `${victim} at ${toSeconds(atMs)} (${storedSteps} steps)`);
  const line = [
    `${scenario} seed ${seed}`.padEnd(17),
    toSeconds(tookMs).padStart(7),
    `killed ${killed.join(', ') || 'nobody'}${missed === 0 ? '' : `, ${missed} came too late`}`,
    `${verdict.finishedRepeats.length} finished steps repeated`,
    `${verdict.unfinishedRepeats} calls repeated of ${verdict.inFlight} in flight`,
    ...(verdict.starvedRepeats === 0 ? [] : [`${verdict.starvedRepeats} more for want of a processor`]),
    ...(commands === 1 ? [] : [`${commands} commands`]),
    verdict.findings.length === 0 ? 'whole' : `NOT WHOLE, kept in ${folder}`,
  ].join(' | ');
  return [line, ...verdict.findings.map((finding) => `    ${finding}`)].join('\n');
}

/** Returns the sum of all runs in one line. */
export function formatCrashRuns(runs: readonly CrashRun[]): string {
  const sum = (count: (run: CrashRun) => number): number => runs.reduce((total, run) => total + count(run), 0);
  return [
    `${runs.length} runs: ${sum(({ hasFinished }) => Number(hasFinished))} finished`,
    `${sum(({ kills }) => kills.length)} kills`,
    `${sum(({ verdict }) => verdict.finishedRepeats.length)} finished steps repeated`,
    `${sum(({ verdict }) => verdict.unfinishedRepeats)} calls repeated of ${sum(({ verdict }) => verdict.inFlight)} in flight`,
    `${sum(({ verdict }) => verdict.starvedRepeats)} more for want of a processor`,
    `${sum(({ differingFiles }) => differingFiles.length)} differing files`,
    `${sum(({ verdict }) => Number(verdict.findings.length > 0))} runs with findings`,
  ].join(', ');
}

function toSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
