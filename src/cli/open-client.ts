import type { Config } from '../config/load-config.ts';
import { connectTemporal } from '../temporal/connect.ts';
import { ensureHost } from '../workers/ensure-host.ts';
import type { ClientSession } from './cli-context.ts';
import { toSession } from './to-session.ts';

/** Joins or starts the host and connects to its service. Throws SERVICE_UNAVAILABLE and ENGINE_MISSING. */
export async function openClient(
  config: Config,
  onProgress: (message: string) => void,
  signal: AbortSignal,
): Promise<ClientSession> {
  const lease = await ensureHost(config, { onProgress }, signal);
  await using owned = new AsyncDisposableStack();
  owned.use(lease);
  const connection = owned.use(await connectTemporal(lease.target, signal));
  return toSession(connection, lease.taskQueue, owned.move());
}
