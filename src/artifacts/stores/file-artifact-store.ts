import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, link, mkdir, mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { ArtifactRef } from '../../contract/artifact-ref.ts';
import { ArtifactError } from '../../contract/errors.ts';
import { isNodeError } from '../../platform/is-node-error.ts';
import { writeFileAtomic } from '../../platform/write-file-atomic.ts';
import type { ArtifactStore, StoredStep, WorkFolder } from '../artifact-store.ts';
import { listRefs } from '../list-refs.ts';

const storedStepSchema = z.object({
  value: z.json(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});

/**
 * Artifacts in a folder: `blobs/ab/<sha256>`, `steps/ab/<step key>.json`, `work/` for attempts in progress.
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
    for (const part of ['blobs', 'steps', 'work']) await mkdir(join(folder, part), { recursive: true });
    return new FileArtifactStore(await readOrMakeId(join(folder, 'store-id')), folder);
  }

  async put(bytes: Uint8Array, mediaType: string): Promise<ArtifactRef> {
    const ref = { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.byteLength, mediaType };
    if (await this.#isWhole(ref)) return ref;
    const path = await this.#makeBlobPath(ref.sha256);
    await writeFileAtomic(path, bytes);
    await chmod(path, 0o444);
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
    await rm(this.#blobPath(ref.sha256), { force: true });
    throw missing(ref, 'was damaged on disk');
  }

  async pathOf(ref: ArtifactRef): Promise<string> {
    const path = this.#blobPath(ref.sha256);
    if (!(await this.has(ref))) throw missing(ref, 'is not there');
    if (!(await this.#isWhole(ref))) throw missing(ref, 'was damaged on disk');
    return path;
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
    const record = await readStoredStep(path);
    if (record === null) return null;
    for (const ref of listRefs(record.value)) {
      if (await this.#isWhole(ref)) continue;
      await rm(path, { force: true });
      return null;
    }
    return record;
  }

  async recordStep(stepKey: string, record: StoredStep): Promise<StoredStep> {
    const path = this.#stepPath(stepKey);
    await mkdir(join(path, '..'), { recursive: true });
    const candidatePath = join(this.location, 'work', `step-${randomUUID()}`);
    await writeFileAtomic(candidatePath, JSON.stringify(record));
    try {
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

  async makeWorkFolder(): Promise<WorkFolder> {
    const path = await mkdtemp(join(this.location, 'work', 'attempt-'));
    return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
  }

  async #readBlob(ref: ArtifactRef): Promise<Uint8Array> {
    try {
      return await readFile(this.#blobPath(ref.sha256));
    } catch (error) {
      if (isNodeError(error, 'ENOENT')) throw missing(ref, 'is not there', error);
      throw error;
    }
  }

  /** Whether the blob is there with its own bytes; a damaged one is forgotten, so that it can be stored again. */
  async #isWhole(ref: ArtifactRef): Promise<boolean> {
    if (!(await this.has(ref))) return false;
    const path = this.#blobPath(ref.sha256);
    if ((await hashFile(path)) === ref.sha256) return true;
    await rm(path, { force: true });
    return false;
  }

  async #makeBlobPath(sha256: string): Promise<string> {
    const path = this.#blobPath(sha256);
    await mkdir(join(path, '..'), { recursive: true });
    return path;
  }

  #blobPath(sha256: string): string {
    return join(this.location, 'blobs', sha256.slice(0, 2), sha256);
  }

  #stepPath(stepKey: string): string {
    return join(this.location, 'steps', stepKey.slice(0, 2), `${stepKey}.json`);
  }
}

function missing(ref: ArtifactRef, what: string, cause?: unknown): ArtifactError {
  return new ArtifactError('ARTIFACT_MISSING', `The artifact ${ref.sha256} (${ref.mediaType}) ${what}.`, { cause });
}

async function readStoredStep(path: string): Promise<StoredStep | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) return null;
    throw error;
  }
  const record = storedStepSchema.safeParse(parseJson(text));
  if (record.success) return record.data;
  await rm(path, { force: true });
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The id is written once by whoever comes first; everybody else reads it. */
async function readOrMakeId(path: string): Promise<string> {
  const candidatePath = `${path}.${randomUUID()}`;
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (!isNodeError(error, 'ENOENT')) throw error;
  }
  await writeFileAtomic(candidatePath, randomUUID());
  try {
    await link(candidatePath, path);
  } catch (error) {
    if (!isNodeError(error, 'EEXIST')) throw error;
  } finally {
    await rm(candidatePath, { force: true });
  }
  return (await readFile(path, 'utf8')).trim();
}
