import { z } from 'zod';
import type { PendingWork } from './waiting-queues.ts';

/** What a step tells while it makes a model ready; other steps beat without words. */
const progressSchema = z.object({
  what: z.string(),
  doneBytes: z.number().nullable(),
  totalBytes: z.number().nullable(),
});

/** How far the download or load of a model is. */
export type ModelProgressNews = Readonly<z.infer<typeof progressSchema>>;

type Payload = NonNullable<NonNullable<PendingWork['activities'][number]['heartbeatDetails']>['payloads']>[number];

/** Returns what the running steps tell of a model; null when none does. */
export function findModelProgress(
  { activities }: PendingWork,
  decode: (payload: Payload) => unknown,
): ModelProgressNews | null {
  for (const { heartbeatDetails } of activities) {
    const [payload] = heartbeatDetails?.payloads ?? [];
    const parsed = payload === undefined ? null : progressSchema.safeParse(decode(payload));
    if (parsed?.success) return parsed.data;
  }
  return null;
}

/** Returns whole percent that are done, rounded down, or null while the size is not known. */
export function percentDone({ doneBytes, totalBytes }: ModelProgressNews): number | null {
  if (doneBytes === null || totalBytes === null || totalBytes <= 0) return null;
  return Math.floor((100 * Math.min(doneBytes, totalBytes)) / totalBytes);
}

/** Returns "Downloading llama3.1:8b, 42 % of 4.9 GB", or without the figures while they are not known. */
export function describeModelProgress(progress: ModelProgressNews): string {
  const percent = percentDone(progress);
  if (percent === null || progress.totalBytes === null) return progress.what;
  return `${progress.what}, ${percent} % of ${formatGigabytes(progress.totalBytes)}`;
}

/** Gigabytes of a thousand megabytes, as model libraries write them. */
function formatGigabytes(sizeBytes: number): string {
  return sizeBytes < 1e9 ? `${Math.max(1, Math.round(sizeBytes / 1e6))} MB` : `${(sizeBytes / 1e9).toFixed(1)} GB`;
}
