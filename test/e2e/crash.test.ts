import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crashRun } from '../crash/crash-run.ts';
import { formatCrashRun } from '../crash/format-crash-run.ts';
import { makeUndisturbed, type Undisturbed } from '../crash/undisturbed-run.ts';
import { cliNote, findTestCli } from '../integration/temporal/find-test-cli.ts';

const cli = await findTestCli();

describe.skipIf(cli === null || process.platform !== 'linux')(
  `a run whose processes are killed outright${cliNote(cli)}`,
  () => {
    let undisturbed: Undisturbed;

    beforeAll(async () => {
      if (cli !== null) undisturbed = await makeUndisturbed(cli);
    });
    afterAll(() => undisturbed?.[Symbol.asyncDispose]());

    // Two kills each: service and host, workflow worker and media worker. scripts/crash-runs.ts has all the other seeds.
    it.each([
      ['host', 54],
      ['cluster', 48],
    ] as const)(
      'in a %s with seed %i ends with the files of an undisturbed one, and makes no finished step again',
      async (scenario, seed) => {
        if (cli === null) throw new Error('This test runs with the Temporal CLI only.');
        const run = await crashRun({ cli, scenario, seed, undisturbed });
        console.log(formatCrashRun(run));
        expect(run.verdict.findings).toEqual([]);
        expect(run.hasFinished).toBe(true);
        // A run that nobody disturbed proves nothing.
        expect(run.kills.length).toBeGreaterThan(0);
      },
    );
  },
);
