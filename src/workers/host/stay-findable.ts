import { findSystemFailure } from '../../platform/find-system-failure.ts';
import { isNodeError } from '../../platform/is-node-error.ts';
import { type HostFile, readHostFile, writeHostFile } from './host-file.ts';

/**
 * Writes the host's file anew when it is lost or damaged: without it no command finds the host, and none can start another
 * one. Returns false when the data folder itself is gone, and with it everything that the host works for.
 */
export async function stayFindable(dataDir: string, file: HostFile, log: (message: string) => void): Promise<boolean> {
  try {
    const found = await readHostFile(dataDir);
    if (found?.controlToken === file.controlToken) return true;
    await writeHostFile(dataDir, file);
    log('The file that tells commands of this host was lost; it is written again');
    return true;
  } catch (error) {
    if (isNodeError(error, 'ENOENT', 'ENOTDIR')) return false;
    const failure = findSystemFailure(error);
    if (failure === null) throw error;
    log(`The file that tells commands of this host cannot be written yet: ${failure.message}`);
    return true;
  }
}
