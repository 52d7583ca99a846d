import { randomUUID } from 'node:crypto';
import type { StartedRun } from '../../../src/jobs/start-run.ts';

/**
 * Cancels a run as the button of Temporal's Web UI 2.50 does: its server hands out a token as a cookie and wants it back
 * in a header, then the page posts the request. Throws when the server refuses it.
 */
export async function cancelInWebUi(uiUrl: string, { runId, workflowId }: StartedRun): Promise<void> {
  const settings = await fetch(`${uiUrl}/api/v1/settings`);
  const cookie = settings.headers.getSetCookie().find((one) => one.startsWith('_csrf=')) ?? '';
  const token = cookie.slice('_csrf='.length).split(';')[0] ?? '';
  const path = `/api/v1/namespaces/default/workflows/${encodeURIComponent(workflowId)}/cancel`;
  const response = await fetch(`${uiUrl}${path}?execution.runId=${runId}`, {
    method: 'POST',
    headers: { cookie: `_csrf=${token}`, 'x-csrf-token': token, 'content-type': 'application/json' },
    body: JSON.stringify({
      namespace: 'default',
      workflowExecution: { workflowId, runId },
      requestId: randomUUID(),
    }),
  });
  if (!response.ok) throw new Error(`The Web UI answered ${response.status}: ${await response.text()}`);
}
