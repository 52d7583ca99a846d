import { join } from 'node:path';
import { openArtifactStore } from '../artifacts/open-artifact-store.ts';
import { LectraError } from '../contract/errors.ts';
import { readOutline } from '../jobs/read-outline.ts';
import type { RunEvent } from '../jobs/run-snapshot.ts';
import { describeApproval } from './describe-approval.ts';
import { formatOutline } from './format-outline.ts';
import type { SessionParts } from './with-session.ts';

const WIDEST_COLUMNS = 80;

/** Shows the outline that waits for approval, and how to approve it. Where it lies in another store, it says so. */
export async function showOutline(
  awaited: Extract<RunEvent, { readonly type: 'approval-awaited' }>,
  { context, display }: Pick<SessionParts, 'context' | 'display'>,
): Promise<void> {
  const { config } = context;
  const outline = await read();
  display.print(['', outline, '', ...describeApproval(awaited), ''].join('\n'));

  async function read(): Promise<string> {
    try {
      const store = await openArtifactStore({ folder: join(config.dataDir, 'artifacts') });
      const found = await readOutline(store, { ...awaited, outcome: null });
      return formatOutline(found, Math.min(WIDEST_COLUMNS, context.columns()));
    } catch (error) {
      if (error instanceof LectraError) return error.message;
      throw error;
    }
  }
}
