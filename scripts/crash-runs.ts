import { parseArgs } from 'node:util';
import { type CrashRun, crashRun } from '../test/crash/crash-run.ts';
import { formatCrashRun, formatCrashRuns } from '../test/crash/format-crash-run.ts';
import { makeUndisturbed } from '../test/crash/undisturbed-run.ts';
import { findTestCli } from '../test/integration/temporal/find-test-cli.ts';

// Whole runs whose processes are killed at seeded moments: node scripts/crash-runs.ts [--runs 100] [--seed 1] [--scenario host|cluster|both]

const SCENARIOS = { host: ['host'], cluster: ['cluster'], both: ['host', 'cluster'] } as const;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    scenario: { type: 'string', default: 'both' },
  },
});
const runCount = toWholeNumber('--runs', values.runs);
const firstSeed = toWholeNumber('--seed', values.seed);
const scenarios = toScenarios(values.scenario);

const cli = await findTestCli();
if (cli === null) throw new Error('There is no Temporal CLI yet; run `npx lectra temporal --version` once before.');
await using undisturbed = await makeUndisturbed(cli);
console.log(
  `An undisturbed run stores ${undisturbed.stepCount} steps and ${Object.keys(undisturbed.hashes).length} files.`,
);

const runs: CrashRun[] = [];
for (let index = 0; index < runCount; index++) {
  // A seed means the same run, whichever scenarios take turns.
  const scenario = scenarios[(firstSeed + index) % scenarios.length] ?? scenarios[0];
  const run = await crashRun({ cli, scenario, seed: firstSeed + index, undisturbed });
  console.log(formatCrashRun(run));
  runs.push(run);
}
console.log(formatCrashRuns(runs));
process.exitCode = runs.some(({ verdict }) => verdict.findings.length > 0) ? 1 : 0;

function toWholeNumber(name: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new TypeError(`${name} is "${text}", but it must be a whole number.`);
}

function toScenarios(text: string): (typeof SCENARIOS)[keyof typeof SCENARIOS] {
  if (text === 'host' || text === 'cluster' || text === 'both') return SCENARIOS[text];
  throw new TypeError(`--scenario is "${text}", but it must be host, cluster or both.`);
}
