import { parseArgs } from 'node:util';
import { startFaultService } from '../test/faults/fault-service.ts';
import { formatFaultRun, summarizeFaultRuns } from '../test/faults/format-fault-runs.ts';
import { runManyUnderFaults } from '../test/faults/run-many-under-faults.ts';
import { formatWritingRun, summarizeWritingRuns } from '../test/faults/writing/format-writing-runs.ts';
import { writeManyUnderFaults } from '../test/faults/writing/write-many-under-faults.ts';
import { findTestCli } from '../test/integration/temporal/find-test-cli.ts';

// Makes lectures while the model server, the voice and the picture archive fail at random, and judges each end:
// node scripts/fault-runs.ts [--runs 100] [--seed 1] [--rate 0.3] [--at-once 8] [--log]
// or lectures up to their scripts and tags, with the model server alone and without Temporal, which takes no time:
// node scripts/fault-runs.ts --writing 200 [--seed 1] [--rate 0.3; default: 0.1 to 0.4 by turns]
// A line a run, then the summary; exit code 1 when a run ended neither whole nor with one clear error.

/** A video costs more than all else. */
const RUNS_A_VIDEO = 10;
/** Share of the calls that go wrong. */
const USUAL_RATE = 0.3;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    writing: { type: 'string' },
    seed: { type: 'string', default: '1' },
    rate: { type: 'string' },
    'at-once': { type: 'string', default: '8' },
    log: { type: 'boolean', default: false },
  },
});
const firstSeed = Number(values.seed);
const rate = values.rate === undefined ? null : Number(values.rate);
const stopped = new AbortController();
process.once('SIGINT', () => stopped.abort());

const lines = values.writing === undefined ? await makeLectures() : await writeLectures(Number(values.writing));
process.stdout.write(`${lines}\n`);

/** Whole lectures with all three services; returns the summary. */
async function makeLectures(): Promise<string> {
  const cli = await findTestCli();
  if (cli === null) throw new Error('There is no Temporal CLI yet; run `npx lectra temporal --version` once before.');
  const inputs = Array.from({ length: Number(values.runs) }, (_, index) => ({
    seed: firstSeed + index,
    rate: rate ?? USUAL_RATE,
    video: index % RUNS_A_VIDEO === 0,
  }));
  const writeLine = (line: string) => void (values.log && process.stderr.write(`${line}\n`));
  await using service = await startFaultService({ cli, writeLine }, stopped.signal);
  const runs = await runManyUnderFaults({
    service,
    inputs,
    atOnce: Number(values['at-once']),
    onEnd: (run) => void process.stdout.write(`${formatFaultRun(run)}\n`),
    signal: stopped.signal,
  });
  failOnFinding(runs);
  return summarizeFaultRuns(runs);
}

/** Outlines, scripts and tags; returns the summary. */
async function writeLectures(count: number): Promise<string> {
  const runs = await writeManyUnderFaults({
    runs: count,
    firstSeed,
    rate,
    onEnd: (run) => void process.stdout.write(`${formatWritingRun(run)}\n`),
    signal: stopped.signal,
  });
  failOnFinding(runs);
  return summarizeWritingRuns(runs);
}

function failOnFinding(runs: readonly { readonly verdict: { readonly kind: string } }[]): void {
  if (runs.some(({ verdict }) => verdict.kind === 'finding')) process.exitCode = 1;
}
