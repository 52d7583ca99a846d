import type { ArtifactRef } from '../contract/artifact-ref.ts';
import type { Warning } from '../contract/step-result.ts';
import type { JsonValue } from '../shared/canonical-json.ts';

/** What a step left behind. Every ArtifactRef anywhere in `value` must stay readable for the record to count. */
export interface StoredStep {
  readonly value: JsonValue;
  readonly warnings: readonly Warning[];
}

/**
 * Immutable blobs named by their own sha256, an index from step key to result, and the newest record of each run.
 * Inputs and outputs are bytes and references. It knows neither Temporal nor what the bytes mean.
 */
export interface ArtifactStore {
  /** Identity of the store itself: two workers with different ids do not share artifacts. */
  readonly id: string;
  /** Where the store lies, to name it in a message. */
  readonly location: string;

  /** Stores bytes; storing the same bytes again costs nothing and gives the same reference. */
  put(bytes: Uint8Array, mediaType: string): Promise<ArtifactRef>;

  /** Moves a finished file into the store. The file must lie in a folder made by `makeWorkFolder`. */
  putFile(path: string, mediaType: string): Promise<ArtifactRef>;

  /** Returns the bytes after checking them against their name. Throws ARTIFACT_MISSING, and forgets a damaged blob. */
  get(ref: ArtifactRef): Promise<Uint8Array>;

  /** Returns a path that other programs may read, never write, after the same check as `get`. */
  pathOf(ref: ArtifactRef): Promise<string>;

  /** Whether the blob is there with its full length. */
  has(ref: ArtifactRef): Promise<boolean>;

  /** Returns the record of a step, or null when there is none or one of its blobs is gone or damaged. */
  findStep(stepKey: string): Promise<StoredStep | null>;

  /** Records a result unless one is there already; returns the one that counts. The first writer wins. */
  recordStep(stepKey: string, record: StoredStep): Promise<StoredStep>;

  /** Remembers the newest record of a run. The last writer wins. */
  keepRun(workflowId: string, record: ArtifactRef): Promise<void>;

  /** Returns the newest record of a run, or null when there is none. */
  findRun(workflowId: string): Promise<ArtifactRef | null>;

  /** Makes an empty folder for one attempt of one step; it and its content go when it is disposed. */
  makeWorkFolder(): Promise<WorkFolder>;
}

export interface WorkFolder extends AsyncDisposable {
  readonly path: string;
}
