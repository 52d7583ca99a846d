import type { ConnectionLike } from '@temporalio/client';
import { msToNumber, msToTs, tsToMs } from '@temporalio/common/lib/time.js';

/** A development server forgets closed runs after one day, and with them their reports. */
const RETENTION_MS = msToNumber('30d');

/** Makes the namespace of our own service keep closed runs for 30 days. Never call it on a service of somebody else. */
export async function raiseRetention(connection: ConnectionLike, namespace: string): Promise<void> {
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  if (tsToMs(config?.workflowExecutionRetentionTtl) >= RETENTION_MS) return;
  await connection.workflowService.updateNamespace({
    namespace,
    config: { workflowExecutionRetentionTtl: msToTs(RETENTION_MS) },
  });
}
