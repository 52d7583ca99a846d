import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { isNodeError } from './is-node-error.ts';

/** Returns the absolute path of the first program of this name in a PATH, or null. */
export async function findProgram(name: string, searchPath: string): Promise<string | null> {
  const fileName = process.platform === 'win32' ? `${name}.exe` : name;
  for (const folder of searchPath.split(delimiter)) {
    if (folder === '') continue;
    const path = join(folder, fileName);
    if (await isExecutableFile(path)) return path;
  }
  return null;
}

/** True for a file, or a link to one, that this user may run. */
export async function isExecutableFile(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch (error) {
    if (isNodeError(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'ENAMETOOLONG')) return false;
    throw error;
  }
}
