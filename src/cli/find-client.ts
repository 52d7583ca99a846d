import type { Config } from '../config/load-config.ts';
import { workflowQueue } from '../contract/queues.ts';
import { connectTemporal } from '../temporal/connect.ts';
import { borrowService } from '../workers/borrow-service.ts';
import { rejoinHost } from '../workers/ensure-host.ts';
import type { ClientSession } from './cli-context.ts';
import { toSession } from './to-session.ts';

/**
 * Connects to the service that knows the runs of this installation, without draining the host that works on them. A
 * service that the user gives is asked straight. For the embedded one, `look` needs no more than the service; `follow`
 * holds the host, and starts it where an open run would stand still. Null when the data folder never had a host.
 */
export async function findClient(
  config: Config,
  purpose: 'look' | 'follow',
  onProgress: (message: string) => void,
  signal: AbortSignal,
): Promise<ClientSession | null> {
  await using owned = new AsyncDisposableStack();
  if (purpose === 'look' || config.temporal.kind === 'remote') {
    const borrowed = await borrowService(config, onProgress, signal);
    if (borrowed === null) return null;
    owned.use(borrowed);
    return toSession(borrowed.connection, workflowQueue(config.queuePrefix), owned.move());
  }
  const lease = await rejoinHost(config, { onProgress }, signal);
  if (lease === null) return null;
  owned.use(lease);
  const connection = owned.use(await connectTemporal(lease.target, signal));
  return toSession(connection, lease.taskQueue, owned.move());
}
