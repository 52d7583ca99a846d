import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, link, mkdir, mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { ArtifactRef } from '../../contract/artifact-ref.ts';
import { ArtifactError } from '../../contract/errors.ts';
import { artifactRefSchema } from '../../contract/schemas/artifact-ref.ts';
import { isNodeError } from '../../platform/is-node-error.ts';
import { writeFileAtomic } from '../../platform/write-file-atomic.ts';
import { parseJson } from '../../shared/parse-json.ts';
import type { ArtifactStore, StoredStep, WorkFolder } from '../artifact-store.ts';
import { listRefs } from '../list-refs.ts';
import { readStoreId } from './read-store-id.ts';

const JSON_MEDIA_TYPE = 'application/json';

const storedRunSchema = z.object({ workflowId: z.string(), record: artifactRefSchema });

const storedStepSchema = z.object({
  value: z.json(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});

/**
 * Artifacts in a folder: `blobs/ab/<sha256>`, `steps/ab/<step key>.json`, `runs/<sha256 of the workflow id>.json`,
 * `work/` for attempts in progress.
 * Files appear by rename or link only, so a killed process leaves at most a work folder behind.
 */
export class FileArtifactStore implements ArtifactStore {
  readonly id: string;
  readonly location: string;

  private constructor(id: string, location: string) {
    this.id = id;
    this.location = location;
  }

  static async open(folder: string): Promise<FileArtifactStore> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const part of ['blobs', 'steps', 'runs', 'work']) await mkdir(join(folder, part), { recursive: true });
    return new FileArtifactStore(await readStoreId(join(folder, 'store-id')), folder);
  }

  async put(bytes: Uint8Array, mediaType: string): Promise<ArtifactRef> {
    const ref = { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.byteLength, mediaType };
    if (await this.#isWhole(ref)) return ref;
    const candidatePath = join(await this.#makeWorkPath(), `blob-${randomUUID()}`);
    try {
      await writeFileAtomic(candidatePath, bytes);
      await chmod(candidatePath, 0o444);
      await rename(candidatePath, await this.#makeBlobPath(ref.sha256));
    } finally {
      await rm(candidatePath, { force: true });
    }
    return ref;
  }

  async putFile(path: string, mediaType: string): Promise<ArtifactRef> {
    const ref = { sha256: await hashFile(path), sizeBytes: (await stat(path)).size, mediaType };
    if (await this.#isWhole(ref)) {
      await rm(path);
      return ref;
    }
    const file = await open(path, 'r');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await chmod(path, 0o444);
    await rename(path, await this.#makeBlobPath(ref.sha256));
    return ref;
  }

  async get(ref: ArtifactRef): Promise<Uint8Array> {
    const bytes = await this.#readBlob(ref);
    if (createHash('sha256').update(bytes).digest('hex') === ref.sha256) return bytes;
    await this.#forget(ref);
    throw missing(ref, 'was damaged on disk');
  }

  async pathOf(ref: ArtifactRef): Promise<string> {
    if (await this.#isWhole(ref)) return this.#blobPath(ref.sha256);
    throw missing(ref, 'is not there any more, or was damaged on disk');
  }

  async has(ref: ArtifactRef): Promise<boolean> {
    try {
      return (await stat(this.#blobPath(ref.sha256))).size === ref.sizeBytes;
    } catch (error) {
      if (isNodeError(error, 'ENOENT')) return false;
      throw error;
    }
  }

  async findStep(stepKey: string): Promise<StoredStep | null> {
    const path = this.#stepPath(stepKey);
    const record = await readIndexEntry(path, storedStepSchema);
    if (record === null) return null;
    if (await this.#areWhole(listRefs(record.value), new Set())) return record;
    await rm(path, { force: true, recursive: true });
    return null;
  }

  async recordStep(stepKey: string, record: StoredStep): Promise<StoredStep> {
    const path = this.#stepPath(stepKey);
    const candidatePath = join(await this.#makeWorkPath(), `step-${randomUUID()}`);
    await writeFileAtomic(candidatePath, JSON.stringify(record));
    try {
      await mkdir(join(path, '..'), { recursive: true });
      await link(candidatePath, path);
      return record;
    } catch (error) {
      if (!isNodeError(error, 'EEXIST')) throw error;
      const winner = await this.findStep(stepKey);
      if (winner !== null) return winner;
      await rename(candidatePath, path);
      return record;
    } finally {
      await rm(candidatePath, { force: true });
    }
  }

  async keepRun(workflowId: string, record: ArtifactRef): Promise<void> {
    const path = this.#runPath(workflowId);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFileAtomic(path, JSON.stringify({ workflowId, record }));
  }

  async findRun(workflowId: string): Promise<ArtifactRef | null> {
    const path = this.#runPath(workflowId);
    return (await readIndexEntry(path, storedRunSchema))?.record ?? null;
  }

  async makeWorkFolder(): Promise<WorkFolder> {
    const path = await mkdtemp(join(await this.#makeWorkPath(), 'attempt-'));
    return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
  }

  async #readBlob(ref: ArtifactRef): Promise<Uint8Array> {
    try {
      return await readFile(this.#blobPath(ref.sha256));
    } catch (error) {
      if (isNodeError(error, 'ENOENT')) throw missing(ref, 'is not there', error);
      if (!isNodeError(error, 'EISDIR')) throw error;
      await this.#forget(ref);
      throw missing(ref, 'was damaged on disk', error);
    }
  }

  /** Whether the blob is there with its own bytes; a damaged one is forgotten, so that it can be stored again. */
  async #isWhole(ref: ArtifactRef): Promise<boolean> {
    try {
      if ((await hashFile(this.#blobPath(ref.sha256))) === ref.sha256) return true;
    } catch (error) {
      // What is not there must not be taken away: somebody may be storing it at this moment.
      if (isNodeError(error, 'ENOENT')) return false;
      if (!isNodeError(error, 'EISDIR')) throw error;
    }
    await this.#forget(ref);
    return false;
  }

  /**
   * Whether all blobs are there, and all that they name in their turn: a slide's speech is JSON that names its sound, and
   * a step that counts although the sound is gone would never make it again.
   */
  async #areWhole(refs: readonly ArtifactRef[], seen: Set<string>): Promise<boolean> {
    for (const ref of refs) {
      if (seen.has(ref.sha256)) continue;
      seen.add(ref.sha256);
      if (!(await this.#isWhole(ref))) return false;
      if (ref.mediaType !== JSON_MEDIA_TYPE) continue;
      const named = listRefs(parseJson(new TextDecoder().decode(await this.get(ref))));
      if (!(await this.#areWhole(named, seen))) return false;
    }
    return true;
  }

  async #forget(ref: ArtifactRef): Promise<void> {
    await rm(this.#blobPath(ref.sha256), { force: true, recursive: true });
  }

  /** Somebody may have cleared the store while it is open. */
  async #makeWorkPath(): Promise<string> {
    const path = join(this.location, 'work');
    await mkdir(path, { recursive: true });
    return path;
  }

  async #makeBlobPath(sha256: string): Promise<string> {
    const path = this.#blobPath(sha256);
    await mkdir(join(path, '..'), { recursive: true });
    return path;
  }

  #blobPath(sha256: string): string {
    return join(this.location, 'blobs', sha256.slice(0, 2), sha256);
  }

  /** A workflow id may hold anything, so its hash is the file name. */
  #runPath(workflowId: string): string {
    return join(this.location, 'runs', `${createHash('sha256').update(workflowId).digest('hex')}.json`);
  }

  #stepPath(stepKey: string): string {
    return join(this.location, 'steps', stepKey.slice(0, 2), `${stepKey}.json`);
  }
}

function missing(ref: ArtifactRef, what: string, cause?: unknown): ArtifactError {
  return new ArtifactError('ARTIFACT_MISSING', `The artifact ${ref.sha256} (${ref.mediaType}) ${what}.`, { cause });
}

/** A damaged entry is forgotten: what it stood for is made again. */
async function readIndexEntry<Entry>(path: string, schema: z.ZodType<Entry>): Promise<Entry | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) return null;
    if (!isNodeError(error, 'EISDIR')) throw error;
    text = '';
  }
  const entry = schema.safeParse(parseJson(text));
  if (entry.success) return entry.data;
  await rm(path, { force: true, recursive: true });
  return null;
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
