/** How long running steps may go on after a worker was asked to stop, in milliseconds. */
export const SHUTDOWN_GRACE_MS = 10_000;
