import { chmod, mkdir } from 'node:fs/promises';
import { ConfigError } from '../contract/errors.ts';

/**
 * Makes the data folder, open to its owner alone (mode 0700): it holds documents and the way into the host.
 * Throws CONFIG_INVALID when it cannot be made.
 */
export async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    const made = await mkdir(dataDir, { recursive: true, mode: 0o700 });
    // The umask can only take rights away, but mkdir leaves a folder that was there before as it was.
    if (made === undefined) await chmod(dataDir, 0o700);
  } catch (error) {
    throw new ConfigError(
      'CONFIG_INVALID',
      `LECTRA_DATA_DIR is "${dataDir}", but that folder cannot be made or is not yours. Choose another one.`,
      { cause: error },
    );
  }
}
