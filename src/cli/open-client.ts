import type { Config } from '../config/load-config.ts';
import { connectTemporal } from '../temporal/connect.ts';
import { ensureHost } from '../workers/ensure-host.ts';
import type { ClientSession } from './cli-context.ts';

/** Joins or starts the host and connects to its service. Throws SERVICE_UNAVAILABLE and ENGINE_MISSING. */
export async function openClient(
  config: Config,
  onProgress: (message: string) => void,
  signal: AbortSignal,
): Promise<ClientSession> {
  const lease = await ensureHost(config, { onProgress }, signal);
  try {
    const { address, client, close, namespace, uiUrl } = await connectTemporal(lease.target, signal);
    let released: Promise<void> | null = null;
    const release = async () => {
      await close();
      await lease.release();
    };
    return {
      client,
      address,
      namespace,
      taskQueue: lease.taskQueue,
      uiUrl,
      release: () => {
        released ??= release();
        return released;
      },
    };
  } catch (error) {
    await lease.release();
    throw error;
  }
}
