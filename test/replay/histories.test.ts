import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { beforeAll, describe, expect, test } from 'vitest';

const FOLDER = new URL('../fixtures/histories/generate-presentation/', import.meta.url);
const histories = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
});

const bundle = (path: string): Promise<WorkflowBundle> =>
  bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL(path, import.meta.url)),
    logger: new DefaultLogger('ERROR'),
  });

const readHistory = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));

describe('recorded histories of generatePresentation', () => {
  let today: WorkflowBundle;
  let altered: WorkflowBundle;
  let patched: WorkflowBundle;

  beforeAll(async () => {
    today = await bundle('../../src/workflows/index.ts');
    altered = await bundle('../fixtures/altered-workflows/with-an-extra-step.ts');
    patched = await bundle('../fixtures/altered-workflows/with-a-patched-step.ts');
  });

  test('there are some of every ending, since an empty folder would prove nothing', () => {
    expect(histories).toEqual(
      expect.arrayContaining(['completed.json', 'failed.json', 'cancelled.json', 'gated.json', 'hundred-slides.json']),
    );
  });

  test.each(histories)('%s is replayed by today’s workflow', async (name) => {
    await Worker.runReplayHistory({ workflowBundle: today }, readHistory(name));
  });

  test.each(histories)('%s is rejected by a workflow with one step more, so the replay can fail', async (name) => {
    await expect(Worker.runReplayHistory({ workflowBundle: altered }, readHistory(name))).rejects.toBeInstanceOf(
      DeterminismViolationError,
    );
  });

  test.each(histories)(
    '%s is replayed with the same step behind a patch, as the written rule promises',
    async (name) => {
      await Worker.runReplayHistory({ workflowBundle: patched }, readHistory(name));
    },
  );

  test('a lecture of 100 slides stays far below the limits of one history', () => {
    const text = readFileSync(new URL('hundred-slides.json', FOLDER), 'utf8');
    expect(JSON.parse(text).events.length).toBeLessThan(6_000);
    expect(Buffer.byteLength(text)).toBeLessThan(4 * 1024 * 1024);
  });
});
