import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { WorkflowHandle } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  bundleWorkflowCode,
  DefaultLogger,
  Runtime,
  Worker,
  type WorkerOptions,
  type WorkflowBundle,
} from '@temporalio/worker';
import { activitiesOfRole, probesOfRole } from '../../../src/activities/activities-of-role.ts';
import type { Activities } from '../../../src/contract/activities.ts';
import { PROBED_ROLES, probeQueue, roleQueue, WORKER_ROLES, type WorkerRole } from '../../../src/contract/queues.ts';
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
  /** Steps at once of each role; probes are no steps. */
  readonly slots?: number;
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
    const {
      activities,
      roles = WORKER_ROLES,
      maxCachedWorkflows = 100,
      slots = 100,
      request = { topic: 'Tides' },
    } = options;
    const queue = `lectra-${randomUUID()}`;
    const { nativeConnection: connection, namespace } = this.environment;
    const create = (
      options: Pick<
        WorkerOptions,
        'taskQueue' | 'activities' | 'maxConcurrentActivityTaskExecutions' | 'workflowBundle' | 'maxCachedWorkflows'
      >,
    ) => Worker.create({ connection, ...(namespace === undefined ? {} : { namespace }), ...THROTTLE, ...options });
    const workers = await Promise.all([
      ...roles.map((role) =>
        create({
          taskQueue: roleQueue(queue, role),
          ...(role === 'workflow'
            ? { workflowBundle: this.bundle, maxCachedWorkflows }
            : { activities: { ...activitiesOfRole(activities, role) }, maxConcurrentActivityTaskExecutions: slots }),
        }),
      ),
      ...PROBED_ROLES.filter((role) => roles.includes(role)).map((role) =>
        create({ taskQueue: probeQueue(queue, role), activities: { ...probesOfRole(activities, role) } }),
      ),
    ]);
    const handle = await this.#start({ queue, workflowId: queue, request });
    const running = workers.map((worker) => worker.run());
    try {
      return await use(handle);
    } finally {
      for (const worker of workers) worker.shutdown();
      await Promise.all(running);
    }
  }

  /** Starts another run with the workers of one that `run` started. */
  startBeside({ workflowId }: WorkflowHandle): Promise<WorkflowHandle<typeof generatePresentation>> {
    const request = { topic: 'Moon' };
    return this.#start({ queue: workflowId, workflowId: `${workflowId}-beside`, request });
  }

  async #start(input: {
    readonly queue: string;
    readonly workflowId: string;
    readonly request: PresentationRequest;
  }): Promise<WorkflowHandle<typeof generatePresentation>> {
    const { queue: taskQueue, request, workflowId } = input;
    const options = { taskQueue, workflowId, args: [request] as [PresentationRequest] };
    const handle = await this.environment.client.workflow.start<typeof generatePresentation>(
      'generatePresentation',
      options,
    );
    this.#started = [...this.#started, handle];
    return handle;
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
