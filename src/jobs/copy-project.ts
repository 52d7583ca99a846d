import { createHash } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import { copyFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type PublishedFolder, type PublishFolderInput, publishFolder } from '../artifacts/publish-folder.ts';
import { ArtifactError, RenderError } from '../contract/errors.ts';
import type { PresentationResult } from '../contract/result.ts';
import { isNodeError } from '../platform/is-node-error.ts';

/** A finished run and where its copy goes. */
export interface CopyProjectInput {
  readonly result: PresentationResult;
  /** Absolute; gets a folder named after the project. */
  readonly outputFolder: string;
  readonly now: () => Date;
}

/**
 * Lays a copy of a run's folder under another one, whole or not at all, and returns the result with the paths of the copy.
 * What a person changed in a former copy is kept beside it. Throws OUTPUT_UNWRITABLE, DISK_FULL, and ARTIFACT_MISSING
 * when the folder of the run is gone.
 */
export async function copyProject(input: CopyProjectInput, signal: AbortSignal): Promise<PresentationResult> {
  const { result, outputFolder, now } = input;
  const files = await Promise.all(
    (await listFiles(result.project_dir)).map(async (path) => ({
      name: relative(result.project_dir, path).replaceAll(sep, '/'),
      sha256: await hashFile(path, signal),
      writeTo: (target: string) => copyFile(path, target),
    })),
  );
  const { folder } = await layCopy({ outputFolder, project: result.project, files, now }, signal);
  const moved = (path: string) => join(folder, relative(result.project_dir, path));
  return {
    ...result,
    project_dir: folder,
    pptx_path: moved(result.pptx_path),
    audio_path: moved(result.audio_path),
    video_path: result.video_path === null ? null : moved(result.video_path),
    captions_srt_path: moved(result.captions_srt_path),
    captions_vtt_path: moved(result.captions_vtt_path),
    narration_path: moved(result.narration_path),
    slide_timings_path: moved(result.slide_timings_path),
    report_path: moved(result.report_path),
  };
}

async function layCopy(input: PublishFolderInput, signal: AbortSignal): Promise<PublishedFolder> {
  try {
    return await publishFolder(input, signal);
  } catch (error) {
    if (!isNodeError(error, 'ENOSPC', 'EDQUOT')) throw error;
    throw new RenderError(
      'DISK_FULL',
      `The disk of "${input.outputFolder}" is full; free some space and start again, or choose another --out: finished steps are kept.`,
      {},
      { cause: error },
    );
  }
}

/** Hidden files belong to the folder itself, as its manifest does. */
async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readEntries(folder);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function readEntries(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (!isNodeError(error, 'ENOENT', 'ENOTDIR')) throw error;
    throw new ArtifactError(
      'ARTIFACT_MISSING',
      `The folder of the run, "${folder}", is no longer there; start the run again with \`lectra generate\`: finished steps are kept.`,
      { cause: error },
    );
  }
}

async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash, { signal });
  return hash.digest('hex');
}
