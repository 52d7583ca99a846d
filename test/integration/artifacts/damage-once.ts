import { chmod, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactStore } from '../../../src/artifacts/artifact-store.ts';
import type { Activities } from '../../../src/contract/activities.ts';
import type { ActivityName } from '../../../src/contract/activity-stages.ts';
import type { ArtifactRef } from '../../../src/contract/artifact-ref.ts';
import { isNodeError } from '../../../src/platform/is-node-error.ts';

/** What can happen to a file behind our back. */
export const DAMAGES = {
  'one byte is another': async (path: string) => {
    const bytes = await readFile(path);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    await writeFile(path, bytes);
  },
  'the second half is gone': async (path: string) => truncate(path, Math.floor((await readFile(path)).length / 2)),
  'it is empty': (path: string) => truncate(path),
  'it is gone': (path: string) => rm(path),
} as const;

export type Damage = keyof typeof DAMAGES;

/** Damages the blob of a file store. */
export async function damageBlob(store: ArtifactStore, { sha256 }: ArtifactRef, damage: Damage): Promise<void> {
  const path = join(store.location, 'blobs', sha256.slice(0, 2), sha256);
  try {
    await chmod(path, 0o600);
  } catch (error) {
    // Two of the damaged may be one file.
    if (isNodeError(error, 'ENOENT')) return;
    throw error;
  }
  await DAMAGES[damage](path);
}

/** Removes a whole part of a file store. */
export async function removePart(store: ArtifactStore, part: 'blobs' | 'steps' | 'work'): Promise<void> {
  await rm(join(store.location, part), { recursive: true, force: true });
}

/** Calls `harm` with the value of the first call of one activity, when it is stored and before anybody else has heard of it. */
export function harmOnce(
  activities: Activities,
  name: ActivityName,
  harm: (value: unknown) => Promise<void>,
): { readonly activities: Activities; readonly isDone: () => boolean } {
  let isDone = false;
  const activity = activities[name] as (input: unknown, storeId: string | null) => Promise<{ value: unknown }>;
  const harmed = async (input: unknown, storeId: string | null) => {
    const result = await activity(input, storeId);
    if (isDone) return result;
    isDone = true;
    await harm(result.value);
    return result;
  };
  return { activities: { ...activities, [name]: harmed }, isDone: () => isDone };
}

/** Calls `harm` before the first call of one activity. */
export function beforeOnce(activities: Activities, name: ActivityName, harm: () => Promise<void>): Activities {
  let isDone = false;
  const activity = activities[name] as (input: unknown, storeId: string | null) => Promise<unknown>;
  const harmed = async (input: unknown, storeId: string | null) => {
    if (!isDone) {
      isDone = true;
      await harm();
    }
    return activity(input, storeId);
  };
  return { ...activities, [name]: harmed };
}
