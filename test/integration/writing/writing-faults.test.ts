import { describe, expect, it } from 'vitest';
import { formatWritingRun, summarizeWritingRuns } from '../../faults/writing/format-writing-runs.ts';
import { writeManyUnderFaults } from '../../faults/writing/write-many-under-faults.ts';

const RUNS = 20;
/** The runs end by themselves long before. */
const LIMIT_MS = 180_000;

describe('lectures that a model writes while its server answers badly', () => {
  it('end whole, every mend told, or with one clear error, and leave no call behind', {
    timeout: LIMIT_MS,
  }, async () => {
    const runs = await writeManyUnderFaults({ runs: RUNS, firstSeed: 2_001, rate: null });
    console.log([...runs.map(formatWritingRun), summarizeWritingRuns(runs)].join('\n'));
    expect(runs.map(({ verdict }) => (verdict.kind === 'finding' ? verdict.findings : []))).toEqual(runs.map(() => []));
    // Without any, this would be a test of fair weather.
    expect(runs.flatMap(({ faults }) => faults).length).toBeGreaterThan(RUNS);
    expect(runs.some(({ verdict }) => verdict.kind === 'whole')).toBe(true);
  });

  it('end whole without a word when nothing goes wrong, so that the verdicts above speak of the faults', async () => {
    const runs = await writeManyUnderFaults({ runs: 4, firstSeed: 3_001, rate: 0 });
    expect(runs.map(({ verdict }) => verdict)).toEqual(runs.map(() => ({ kind: 'whole', warnings: [] })));
  });
});
