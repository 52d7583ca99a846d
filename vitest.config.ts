import { defineConfig } from 'vitest/config';

interface Level {
  readonly name: string;
  readonly testTimeoutMs: number;
  /** Levels run one after the other, so that a heavy one has the machine for itself. */
  readonly order: number;
  /** Test files at once. */
  readonly maxWorkers: number;
}

const LEVELS: readonly Level[] = [
  { name: 'unit', testTimeoutMs: 60_000, order: 0, maxWorkers: 2 },
  { name: 'architecture', testTimeoutMs: 120_000, order: 1, maxWorkers: 1 },
  { name: 'replay', testTimeoutMs: 120_000, order: 2, maxWorkers: 1 },
  { name: 'integration', testTimeoutMs: 240_000, order: 3, maxWorkers: 1 },
  { name: 'e2e', testTimeoutMs: 600_000, order: 4, maxWorkers: 1 },
];

export default defineConfig({
  test: {
    projects: LEVELS.map(({ name, testTimeoutMs, order, maxWorkers }) => ({
      test: {
        name,
        include: [`test/${name}/**/*.test.ts`],
        testTimeout: testTimeoutMs,
        hookTimeout: testTimeoutMs,
        environment: 'node' as const,
        maxWorkers,
        sequence: { groupOrder: order },
      },
    })),
  },
});
