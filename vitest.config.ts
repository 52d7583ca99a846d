import { defineConfig } from 'vitest/config';

const project = (name: string, testTimeoutMs: number) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: testTimeoutMs,
    hookTimeout: testTimeoutMs,
    environment: 'node' as const,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', 20_000),
      project('integration', 120_000),
      project('replay', 60_000),
      project('e2e', 600_000),
      project('architecture', 60_000),
    ],
  },
});
