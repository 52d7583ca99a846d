import type { NativeConnection } from '@temporalio/worker';
import type { Activities } from '../contract/activities.ts';

/** What a worker of any role is made of. */
export interface RoleWorkerInput {
  readonly connection: NativeConnection;
  readonly namespace: string;
  /** The queue that workflows run on; the queue of each role follows from it. */
  readonly workflowTaskQueue: string;
  /** True for a service on this machine. */
  readonly isLocal: boolean;
  readonly activities: Activities;
  /** Model calls at once. */
  readonly gpuSlots: number;
  /** Processor cores to use for drawing and encoding. */
  readonly cores: number;
  /** File with the bundled workflow code; only the workflow role reads it. */
  readonly workflowBundlePath: string | null;
}
