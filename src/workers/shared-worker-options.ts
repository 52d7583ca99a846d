import { hostname } from 'node:os';
import type { WorkerOptions } from '@temporalio/worker';
import { roleQueue, type WorkerRole } from '../contract/queues.ts';
import type { RoleWorkerInput } from './role-worker.ts';
import { SHUTDOWN_GRACE_MS } from './shutdown-grace.ts';

/** Cancellation and pause reach a step only in the answer to a heartbeat, so this is how long a cancel takes. */
const LOCAL_HEARTBEAT_MS = 1_000;
/** Over a network, ten steps at once would make ten calls a second. */
const REMOTE_HEARTBEAT_MS = 5_000;

/** Returns the options that workers of all roles share. */
export function sharedWorkerOptions(input: RoleWorkerInput, role: WorkerRole) {
  const heartbeatMs = input.isLocal ? LOCAL_HEARTBEAT_MS : REMOTE_HEARTBEAT_MS;
  return {
    connection: input.connection,
    namespace: input.namespace,
    taskQueue: roleQueue(input.workflowTaskQueue, role),
    identity: `lectra-${role} ${process.pid}@${hostname()}`,
    maxHeartbeatThrottleInterval: heartbeatMs,
    defaultHeartbeatThrottleInterval: heartbeatMs,
    shutdownGraceTime: SHUTDOWN_GRACE_MS,
  } satisfies WorkerOptions;
}
