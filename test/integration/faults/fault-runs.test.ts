import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FaultService, startFaultService } from '../../faults/fault-service.ts';
import { formatFaultRun, summarizeFaultRuns } from '../../faults/format-fault-runs.ts';
import { runManyUnderFaults } from '../../faults/run-many-under-faults.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';

const RUNS = 8;
/** A minute on a machine that does nothing else; the runs end by themselves long before. */
const LIMIT_MS = 600_000;

const cli = await findTestCli();
let service: FaultService;

describe.skipIf(cli === null)(`runs while three of ten calls to every service go wrong${cliNote(cli)}`, () => {
  beforeAll(async () => {
    if (cli === null) return;
    service = await startFaultService({ cli, writeLine: () => undefined }, new AbortController().signal);
  });
  afterAll(() => service?.[Symbol.asyncDispose]());

  it('end whole with every degradation named, or with one clear error, and leave nothing running', {
    timeout: LIMIT_MS,
  }, async () => {
    const inputs = Array.from({ length: RUNS }, (_, index) => ({ seed: 1_001 + index, rate: 0.3, video: index === 0 }));
    const runs = await runManyUnderFaults({ service, inputs, atOnce: RUNS });
    console.log([...runs.map(formatFaultRun), summarizeFaultRuns(runs)].join('\n'));
    expect(runs.map(({ verdict }) => (verdict.kind === 'finding' ? verdict.findings : []))).toEqual(
      inputs.map(() => []),
    );
    // Without any, this would be a test of fair weather.
    expect(runs.reduce((sum, { faults }) => sum + faults, 0)).toBeGreaterThan(RUNS);
  });

  it('end whole without a warning when nothing goes wrong, so that the verdict above speaks of the faults', async () => {
    const [run] = await runManyUnderFaults({
      service,
      inputs: [{ seed: 1_000, rate: 0, video: false }],
      atOnce: 1,
    });
    expect(run?.verdict).toEqual({ kind: 'whole', warnings: [] });
  });
});
