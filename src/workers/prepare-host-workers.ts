import type { Config } from '../config/config.ts';
import { WORKER_ROLES } from '../contract/queues.ts';
import type { TemporalTarget } from '../temporal/temporal-target.ts';
import { createActivityDeps } from './create-activity-deps.ts';
import { ensureWorkflowBundle } from './ensure-workflow-bundle.ts';
import { installRuntime } from './install-runtime.ts';
import { readSourceFingerprint } from './read-source-fingerprint.ts';
import type { RunningWorkers } from './running-workers.ts';
import { startWorkers } from './start-workers.ts';

/**
 * Does what can be done for all workers before the service is there, and returns the function that starts them.
 * Loading this file loads the whole SDK: the host does so while its service starts.
 */
export async function prepareHostWorkers(config: Config, writeLine: (line: string) => void, signal: AbortSignal) {
  installRuntime(writeLine);
  await ensureWorkflowBundle(config.dataDir, await readSourceFingerprint(), signal);
  return (target: TemporalTarget): Promise<RunningWorkers> =>
    startWorkers({ config, target, roles: WORKER_ROLES, createActivityDeps }, signal);
}
