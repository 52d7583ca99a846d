import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { expect, test } from 'vitest';

test('the workflow bundle holds no zod, since schemas cross into workflows as types only', async () => {
  const workflowsPath = fileURLToPath(new URL('../../src/workflows/index.ts', import.meta.url));
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    logger: new DefaultLogger('ERROR'),
  });
  expect(code).toContain('generatePresentation');
  expect(code).not.toMatch(/node_modules\/zod/);
});
