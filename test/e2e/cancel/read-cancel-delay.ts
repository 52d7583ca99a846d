import type { Client } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time.js';

/** Returns the milliseconds from the first request to cancel the newest run of a workflow to its end; NaN without one. */
export async function readCancelDelayMs(client: Client, workflowId: string): Promise<number> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const asked = events?.find((event) => event.workflowExecutionCancelRequestedEventAttributes);
  return asked === undefined ? Number.NaN : tsToMs(events?.at(-1)?.eventTime) - tsToMs(asked.eventTime);
}
