import { join } from 'node:path';

/** Returns the folder that the operating system means for the data of an application of this user. */
export function defaultDataDir(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  homeDir: string,
): string {
  switch (platform) {
    case 'darwin':
      return join(homeDir, 'Library', 'Application Support', 'lectra');
    case 'win32':
      return join(env.LOCALAPPDATA || join(homeDir, 'AppData', 'Local'), 'lectra');
    default:
      // XDG Base Directory Specification: an empty value counts as unset.
      return join(env.XDG_DATA_HOME || join(homeDir, '.local', 'share'), 'lectra');
  }
}
