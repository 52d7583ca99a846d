import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { isNodeError } from '../../src/platform/is-node-error.ts';
import { connectTemporal } from '../../src/temporal/connect.ts';
import type { TemporalCli } from '../../src/temporal/find-temporal-cli.ts';
import { startEmbeddedService } from '../../src/temporal/start-embedded-service.ts';

const WORKFLOWS_PATH = fileURLToPath(new URL('../../src/workflows/index.ts', import.meta.url));
const logger = new DefaultLogger('ERROR');
let isInstalled = false;

/**
 * Replays every run in a data folder against today's workflow code, whatever became of it, and returns how many there were.
 * No host may be up. Throws for the first run that does not fit.
 */
export async function replayRuns(
  input: { readonly cli: TemporalCli; readonly dataDir: string; readonly ports: readonly [number, number] },
  signal: AbortSignal,
): Promise<number> {
  const { cli, dataDir, ports } = input;
  if (!(await hasDatabase(dataDir))) return 0;
  if (!isInstalled) Runtime.install({ logger, telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } } });
  isInstalled = true;
  const workflowBundle = await bundleWorkflowCode({ workflowsPath: WORKFLOWS_PATH, logger });
  const [wantedPort, wantedUiPort] = ports;
  const service = await startEmbeddedService(
    { cli, dataDir, wantedPort, wantedUiPort, onNotice: () => undefined },
    signal,
  );
  try {
    await using connection = await connectTemporal(service.target, signal);
    let replayed = 0;
    for await (const { workflowId, runId } of connection.client.workflow.list()) {
      const history = await connection.client.workflow.getHandle(workflowId, runId).fetchHistory();
      await Worker.runReplayHistory({ workflowBundle }, history, workflowId);
      replayed += 1;
    }
    return replayed;
  } finally {
    await service.stop();
  }
}

/** A home in which nothing was started has none. */
async function hasDatabase(dataDir: string): Promise<boolean> {
  try {
    return (await readdir(dataDir)).some((name) => /^temporal.*\.db$/.test(name));
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) return false;
    throw error;
  }
}
