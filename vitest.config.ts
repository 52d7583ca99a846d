import { defineConfig } from 'vitest/config';

interface Level {
  readonly name: string;
  readonly files: readonly string[];
  readonly testTimeoutMs: number;
  /** Levels run one after the other, so that a heavy one has the machine for itself. */
  readonly order: number;
  /** Test files at once. Those that start real services wait for them about half of their time. */
  readonly maxWorkers: number;
}

/** Kill at chosen moments under short heartbeats, or measure one piece of work against another. */
const TIMED = [
  'test/e2e/cancel-stages.test.ts',
  'test/e2e/crash.test.ts',
  'test/e2e/host-killed.test.ts',
  'test/integration/faults/retry-after.test.ts',
  'test/integration/services/edge.test.ts',
  'test/integration/services/ollama-slots.test.ts',
  'test/integration/writing/threaded-writer.test.ts',
];

const POLL_LIMIT_MS = 30_000;

const filesOf = (level: string): readonly string[] => [`test/${level}/**/*.test.ts`];

const LEVELS: readonly Level[] = [
  { name: 'unit', files: filesOf('unit'), testTimeoutMs: 60_000, order: 0, maxWorkers: 2 },
  { name: 'architecture', files: filesOf('architecture'), testTimeoutMs: 120_000, order: 1, maxWorkers: 1 },
  { name: 'replay', files: filesOf('replay'), testTimeoutMs: 120_000, order: 2, maxWorkers: 1 },
  { name: 'integration', files: filesOf('integration'), testTimeoutMs: 240_000, order: 3, maxWorkers: 2 },
  { name: 'e2e', files: filesOf('e2e'), testTimeoutMs: 600_000, order: 4, maxWorkers: 2 },
  { name: 'timed', files: TIMED, testTimeoutMs: 600_000, order: 5, maxWorkers: 1 },
];

export default defineConfig({
  test: {
    projects: LEVELS.map(({ files, maxWorkers, name, order, testTimeoutMs }) => ({
      test: {
        name,
        include: [...files],
        exclude: name === 'timed' ? [] : TIMED,
        testTimeout: testTimeoutMs,
        hookTimeout: testTimeoutMs,
        // The default of a second is what a busy machine may take for nothing at all; a state that never comes fails all the same.
        expect: { poll: { timeout: POLL_LIMIT_MS } },
        environment: 'node' as const,
        maxWorkers,
        sequence: { groupOrder: order },
      },
    })),
  },
});
