import { z } from 'zod';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { ConfigError } from '../contract/errors.ts';
import { RUN_RECORD_FORMAT, type RunRecord, runRecordSchema } from '../contract/schemas/run-record.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { getJson, putJson } from './json-artifacts.ts';

/** Stores the record of a run as the one that its workflow id is carried on from; the one before stays a blob. */
export async function keepRunRecord(store: ArtifactStore, record: RunRecord): Promise<ArtifactRef> {
  const ref = await putJson(store, record, runRecordSchema);
  await store.keepRun(record.workflowId, ref);
  return ref;
}

/** Reads a record. Throws RECORD_TOO_NEW for one of a later Lectra, ARTIFACT_MISSING when it is gone or damaged. */
export async function readRunRecord(store: ArtifactStore, ref: ArtifactRef): Promise<RunRecord> {
  const { format } = await getJson(store, ref, z.looseObject({ format: z.number().int() }));
  if (format <= RUN_RECORD_FORMAT) return getJson(store, ref, runRecordSchema);
  throw new ConfigError(
    'RECORD_TOO_NEW',
    `The record of this run has format ${format}, and this Lectra reads formats up to ${RUN_RECORD_FORMAT}; resume it with the Lectra that made it, or a later one.`,
  );
}
