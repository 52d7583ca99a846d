import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { connectTemporal } from '../../src/temporal/connect.ts';
import type { CrashHome } from './crash-home.ts';

const NEVER = new AbortController().signal;
let isInstalled = false;

/** Replays every run that the home's service knows; it must be up. Returns a sentence for each that does not fit. */
export async function replayHistories(home: CrashHome, bundlesFolder: string): Promise<readonly string[]> {
  if (!isInstalled) {
    const logger = new DefaultLogger('ERROR', () => undefined);
    Runtime.install({ logger, telemetryOptions: { logging: { forward: {}, filter: 'OFF' } } });
  }
  isInstalled = true;
  const [bundle] = (await readdir(bundlesFolder)).filter((name) => name.endsWith('.js'));
  if (bundle === undefined) throw new Error(`There is no bundle of workflow code in ${bundlesFolder}.`);
  const workflowBundle = { codePath: join(bundlesFolder, bundle) };
  const target = { address: `127.0.0.1:${home.ports[0]}`, namespace: 'default', uiUrl: null, profileToml: null };
  try {
    await using connection = await connectTemporal(target, NEVER);
    let replayed = 0;
    for await (const { runId, workflowId } of connection.client.workflow.list()) {
      const history = await connection.client.workflow.getHandle(workflowId, runId).fetchHistory();
      await Worker.runReplayHistory({ workflowBundle }, history, workflowId);
      replayed += 1;
    }
    return replayed === 0 ? ['the service knows no run'] : [];
  } catch (error) {
    return [`a run does not replay: ${error instanceof Error ? error.message : String(error)}`];
  }
}
