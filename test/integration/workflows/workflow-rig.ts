import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { WorkflowHandle } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import { activitiesOfRole } from '../../../src/activities/activities-of-role.ts';
import type { Activities } from '../../../src/contract/activities.ts';
import { roleQueue, WORKER_ROLES, type WorkerRole } from '../../../src/contract/queues.ts';
import type { PresentationRequest } from '../../../src/contract/schemas/request.ts';
import type { generatePresentation } from '../../../src/workflows/index.ts';

const WORKFLOWS_PATH = fileURLToPath(new URL('../../../src/workflows/index.ts', import.meta.url));
const THROTTLE = { maxHeartbeatThrottleInterval: '100ms', defaultHeartbeatThrottleInterval: '100ms' } as const;

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
});

export interface RunOptions {
  readonly activities: Activities;
  /** Roles that have a worker; all of them unless said. */
  readonly roles?: readonly WorkerRole[];
  readonly maxCachedWorkflows?: number;
  readonly request?: PresentationRequest;
}

/** A real Temporal service with our workflow bundle. It keeps every run that a test starts and replays all of them. */
export class WorkflowRig implements AsyncDisposable {
  readonly environment: TestWorkflowEnvironment;
  readonly bundle: WorkflowBundle;
  #started: readonly WorkflowHandle[] = [];

  private constructor(environment: TestWorkflowEnvironment, bundle: WorkflowBundle) {
    this.environment = environment;
    this.bundle = bundle;
  }

  static async start(cliPath: string): Promise<WorkflowRig> {
    const environment = await TestWorkflowEnvironment.createLocal({
      server: { executable: { type: 'existing-path', path: cliPath } },
    });
    return new WorkflowRig(
      environment,
      await bundleWorkflowCode({ workflowsPath: WORKFLOWS_PATH, logger: new DefaultLogger('ERROR') }),
    );
  }

  /** Starts a run with workers around it; `use` gets its handle, and the workers end when it is through. */
  async run<T>(
    options: RunOptions,
    use: (handle: WorkflowHandle<typeof generatePresentation>) => Promise<T>,
  ): Promise<T> {
    const { activities, roles = WORKER_ROLES, maxCachedWorkflows = 100, request = { topic: 'Tides' } } = options;
    const queue = `lectra-${randomUUID()}`;
    const { nativeConnection: connection, client, namespace } = this.environment;
    const workers = await Promise.all(
      roles.map((role) =>
        Worker.create({
          connection,
          ...(namespace === undefined ? {} : { namespace }),
          taskQueue: roleQueue(queue, role),
          ...THROTTLE,
          ...(role === 'workflow'
            ? { workflowBundle: this.bundle, maxCachedWorkflows }
            : { activities: { ...activitiesOfRole(activities, role) } }),
        }),
      ),
    );
    const handle = await client.workflow.start<typeof generatePresentation>('generatePresentation', {
      taskQueue: queue,
      workflowId: queue,
      args: [request],
    });
    this.#started = [...this.#started, handle];
    const running = workers.map((worker) => worker.run());
    try {
      return await use(handle);
    } finally {
      for (const worker of workers) worker.shutdown();
      await Promise.all(running);
    }
  }

  /** Leaves a run out of the replay, since a test had Temporal forget it. */
  forget(workflowId: string): void {
    this.#started = this.#started.filter((handle) => handle.workflowId !== workflowId);
  }

  /** Replays every run against today's code. Throws for the first one that does not fit, or that was left open. */
  async replayAll(): Promise<number> {
    for (const handle of this.#started) {
      const { status } = await handle.describe();
      if (status.name === 'RUNNING') throw new Error(`The run ${handle.workflowId} was left open`);
      await Worker.runReplayHistory({ workflowBundle: this.bundle }, await handle.fetchHistory(), handle.workflowId);
    }
    return this.#started.length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.environment.teardown();
  }
}
