import { availableParallelism } from 'node:os';
import { NativeConnection, type Worker } from '@temporalio/worker';
import type { ActivityDeps } from '../activities/activity-deps.ts';
import { createActivities } from '../activities/create-activities.ts';
import type { Config } from '../config/config.ts';
import { PROBED_ROLES, type WorkerRole, workflowQueue } from '../contract/queues.ts';
import { connectTemporal } from '../temporal/connect.ts';
import { readStepRecords } from '../temporal/read-step-records.ts';
import { connectionOptionsOf, isLocalTarget, type TemporalTarget } from '../temporal/temporal-target.ts';
import { ensureWorkflowBundle } from './ensure-workflow-bundle.ts';
import { createGpuWorker } from './gpu-worker.ts';
import { createMediaWorker } from './media-worker.ts';
import { createNetworkWorker } from './network-worker.ts';
import { createProbeWorker } from './probe-worker.ts';
import { readSourceFingerprint } from './read-source-fingerprint.ts';
import type { RoleWorkerInput } from './role-worker.ts';
import type { RunningWorkers } from './running-workers.ts';
import { createWorkflowWorker } from './workflow-worker.ts';

/** Builds what activities use of the outside world; the given parts replace those that it would build itself. */
export type CreateActivityDeps = (
  config: Config,
  given: Pick<ActivityDeps, 'readHistory'>,
) => Promise<ActivityDeps & AsyncDisposable>;

export interface StartWorkersInput {
  readonly config: Config;
  readonly target: TemporalTarget;
  readonly roles: readonly WorkerRole[];
  readonly createActivityDeps: CreateActivityDeps;
}

const CREATE_BY_ROLE: Readonly<Record<WorkerRole, (input: RoleWorkerInput) => Promise<Worker>>> = {
  workflow: createWorkflowWorker,
  gpu: createGpuWorker,
  network: createNetworkWorker,
  media: createMediaWorker,
};

/** Starts the workers of each role; they poll when this returns. Throws SERVICE_UNAVAILABLE or what the parts throw. */
export async function startWorkers(input: StartWorkersInput, signal: AbortSignal): Promise<RunningWorkers> {
  await using cleanup = new AsyncDisposableStack();
  const { config, target, roles } = input;
  const client = cleanup.use(await connectTemporal(target, signal)).client;
  const connection = await NativeConnection.connect(connectionOptionsOf(target));
  cleanup.defer(() => connection.close());
  const deps = cleanup.use(
    await input.createActivityDeps(config, {
      readHistory: ({ workflowId, runId }, abort) =>
        client.connection.withAbortSignal(abort, () => readStepRecords(client, workflowId, runId)),
    }),
  );
  const workerInput: RoleWorkerInput = {
    connection,
    namespace: target.namespace,
    workflowTaskQueue: workflowQueue(config.queuePrefix),
    isLocal: isLocalTarget(target),
    activities: createActivities(deps),
    gpuSlots: config.gpuSlots,
    cores: availableParallelism(),
    workflowBundlePath: roles.includes('workflow')
      ? await ensureWorkflowBundle(config.dataDir, await readSourceFingerprint(), signal)
      : null,
  };
  const workers = await createAll(roles, workerInput);
  const owned = cleanup.move();
  return { ended: runAll(workers, owned), drain: () => drainAll(workers) };
}

async function createAll(roles: readonly WorkerRole[], input: RoleWorkerInput): Promise<readonly Worker[]> {
  const probed = PROBED_ROLES.filter((role) => roles.includes(role));
  const made = await Promise.allSettled([
    ...roles.map((role) => CREATE_BY_ROLE[role](input)),
    ...probed.map((role) => createProbeWorker(input, role)),
  ]);
  const failure = made.find((outcome) => outcome.status === 'rejected');
  const workers = made.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  if (failure === undefined) return workers;
  // A worker that was created holds on to the connection until it has run and stopped.
  await Promise.all(workers.map((worker) => worker.runUntil(async () => undefined)));
  throw failure.reason;
}

async function runAll(workers: readonly Worker[], owned: AsyncDisposableStack): Promise<void> {
  await using _owned = owned;
  const runs = workers.map((worker) => worker.run());
  for (const run of runs) run.catch(() => drainAll(workers));
  const outcomes = await Promise.allSettled(runs);
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}

function drainAll(workers: readonly Worker[]): void {
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
}
