import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import type { ActivityDeps } from '../../../src/activities/activity-deps.ts';
import { createActivities } from '../../../src/activities/create-activities.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import type { Activities } from '../../../src/contract/activities.ts';
import type { ActivityName } from '../../../src/contract/activity-stages.ts';
import { createActivityDeps } from '../../../src/workers/create-activity-deps.ts';

type InputOf<Name extends ActivityName> = Parameters<Activities[Name]>[0];
type ResultOf<Name extends ActivityName> = Awaited<ReturnType<Activities[Name]>>;

/** The real activities of one machine over an empty store, called as a worker calls them, without any service. */
export interface LocalActivities extends AsyncDisposable {
  readonly deps: ActivityDeps;
  run<Name extends ActivityName>(
    name: Name,
    input: InputOf<Name>,
    deps?: Partial<ActivityDeps>,
  ): Promise<ResultOf<Name>>;
}

export async function openLocalActivities(): Promise<LocalActivities> {
  const folder = await mkdtemp(join(tmpdir(), 'lectra-activities-'));
  const config = await loadConfig({
    env: {
      ...process.env,
      LECTRA_DATA_DIR: join(folder, 'data'),
      LECTRA_OUTPUT_DIR: join(folder, 'output'),
      LECTRA_SOURCE_DIRS: folder,
    },
    cwd: folder,
    homeDir: folder,
  });
  const deps = await createActivityDeps(config, {
    readHistory: async () => ({ records: [], startedAtMs: 0, closedAtMs: null }),
  });
  return {
    deps,
    run: (name, input, changed = {}) => runAlone(createActivities({ ...deps, ...changed })[name], input, deps.store.id),
    async [Symbol.asyncDispose]() {
      await deps[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Each activity with its own input: the contract ties them together, TypeScript cannot follow it through the name. */
function runAlone<Result>(activity: unknown, input: unknown, storeId: string): Promise<Result> {
  const call = activity as (input: unknown, storeId: string) => Promise<Result>;
  return new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') }).run<
    [unknown, string],
    Result,
    typeof call
  >(call, input, storeId);
}
