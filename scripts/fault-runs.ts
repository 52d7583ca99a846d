import { parseArgs } from 'node:util';
import { startFaultService } from '../test/faults/fault-service.ts';
import { formatFaultRun, summarizeFaultRuns } from '../test/faults/format-fault-runs.ts';
import { runManyUnderFaults } from '../test/faults/run-many-under-faults.ts';
import { findTestCli } from '../test/integration/temporal/find-test-cli.ts';

// Makes lectures while the model server, the voice and the picture archive fail at random, and judges each end:
// node scripts/fault-runs.ts [--runs 100] [--seed 1] [--rate 0.3] [--at-once 8] [--log]
// A line a run, then the summary; exit code 1 when a run ended neither whole nor with one clear error.

/** A video costs more than all else. */
const RUNS_A_VIDEO = 10;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    rate: { type: 'string', default: '0.3' },
    'at-once': { type: 'string', default: '8' },
    log: { type: 'boolean', default: false },
  },
});
const cli = await findTestCli();
if (cli === null) throw new Error('There is no Temporal CLI yet; run `npx lectra temporal --version` once before.');
const firstSeed = Number(values.seed);
const inputs = Array.from({ length: Number(values.runs) }, (_, index) => ({
  seed: firstSeed + index,
  rate: Number(values.rate),
  video: index % RUNS_A_VIDEO === 0,
}));

const stopped = new AbortController();
process.once('SIGINT', () => stopped.abort());
const writeLine = (line: string) => void (values.log && process.stderr.write(`${line}\n`));
await using service = await startFaultService({ cli, writeLine }, stopped.signal);
const runs = await runManyUnderFaults({
  service,
  inputs,
  atOnce: Number(values['at-once']),
  onEnd: (run) => void process.stdout.write(`${formatFaultRun(run)}\n`),
  signal: stopped.signal,
});
process.stdout.write(`${summarizeFaultRuns(runs)}\n`);
if (runs.some(({ verdict }) => verdict.kind === 'finding')) process.exitCode = 1;
