import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RenderError } from '../contract/errors.ts';
import { isNodeError } from '../platform/is-node-error.ts';
import { writeFileAtomic } from '../platform/write-file-atomic.ts';
import { lockFolder } from './output-folder/lock-folder.ts';
import { listEditedFiles, MANIFEST_NAME, serializeManifest } from './output-folder/manifest.ts';

export interface PublishedFile {
  /** Path inside the folder, with forward slashes. */
  readonly name: string;
  readonly sha256: string;
  /** Writes the file to the given path. */
  readonly writeTo: (path: string) => Promise<void>;
}

export interface PublishFolderInput {
  /** Holds one folder a project; made when it is not there. */
  readonly outputFolder: string;
  readonly project: string;
  readonly files: readonly PublishedFile[];
  readonly now: () => Date;
}

export interface PublishedFolder {
  readonly folder: string;
  /** Where files went that a person had changed by hand; null when there were none. */
  readonly editedFolder: string | null;
}

/**
 * Lays a project's folder whole or not at all: staged beside, the old one renamed away, the new one renamed in. Files
 * that a person changed since the last time are kept in a folder of their own. A crash in between is mended at the
 * next call. Throws OUTPUT_UNWRITABLE when the folder cannot be written or is a link.
 */
export async function publishFolder(input: PublishFolderInput, signal: AbortSignal): Promise<PublishedFolder> {
  const { outputFolder, project } = input;
  try {
    await mkdir(outputFolder, { recursive: true });
    const turn = await lockFolder(outputFolder, project, signal);
    try {
      return await replaceFolder(input, AbortSignal.any([signal, turn.lost]));
    } finally {
      await turn.end();
    }
  } catch (error) {
    if (!isNodeError(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG'))
      throw error;
    throw new RenderError(
      'OUTPUT_UNWRITABLE',
      `The output folder "${join(outputFolder, project)}" cannot be written (${error.message}); choose a folder that you may write to with --out or LECTRA_OUTPUT_DIR.`,
      {},
      { cause: error },
    );
  }
}

async function replaceFolder(
  { outputFolder, project, files, now }: PublishFolderInput,
  signal: AbortSignal,
): Promise<PublishedFolder> {
  const folder = join(outputFolder, project);
  const staged = join(outputFolder, `.${project}.new`);
  const replaced = join(outputFolder, `.${project}.old`);
  await mendInterruptedPublish(folder, staged, replaced);
  await refuseLinks(folder);
  await stage(staged, files, signal);
  const edited = await listEditedFiles(folder);

  if (await exists(folder)) await rename(folder, replaced);
  await rename(staged, folder);
  const editedFolder =
    edited.length === 0 ? null : await keepEditedFiles(replaced, edited, `${folder}.edited-${dateOf(now())}`);
  await rm(replaced, { recursive: true, force: true });
  return { folder, editedFolder };
}

/** Between the two renames the project has no folder; the old one is then the good one. */
async function mendInterruptedPublish(folder: string, staged: string, replaced: string): Promise<void> {
  await rm(staged, { recursive: true, force: true });
  if (!(await exists(replaced))) return;
  if (await exists(folder)) await rm(replaced, { recursive: true });
  else await rename(replaced, folder);
}

async function refuseLinks(folder: string): Promise<void> {
  if (!(await exists(folder))) return;
  const stats = await lstat(folder);
  if (stats.isDirectory()) return;
  const what = stats.isSymbolicLink() ? 'a symbolic link' : 'a file';
  throw new RenderError(
    'OUTPUT_UNWRITABLE',
    `"${folder}" is ${what}, where the folder of the project belongs; move it away.`,
  );
}

async function stage(staged: string, files: readonly PublishedFile[], signal: AbortSignal): Promise<void> {
  try {
    for (const { name, writeTo } of files) {
      signal.throwIfAborted();
      await mkdir(dirname(join(staged, name)), { recursive: true });
      await writeTo(join(staged, name));
    }
    await writeFileAtomic(join(staged, MANIFEST_NAME), serializeManifest(files));
    signal.throwIfAborted();
  } catch (error) {
    await rm(staged, { recursive: true, force: true });
    throw error;
  }
}

async function keepEditedFiles(from: string, names: readonly string[], wantedFolder: string): Promise<string> {
  const taken = new Set(await readdir(dirname(wantedFolder)));
  let folder = wantedFolder;
  for (let copy = 2; taken.has(folder.slice(dirname(folder).length + 1)); copy += 1) folder = `${wantedFolder}-${copy}`;
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await rename(join(from, name), join(folder, name));
  }
  return folder;
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) return false;
    throw error;
  }
}

function dateOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
