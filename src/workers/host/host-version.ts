import { createHash } from 'node:crypto';
import type { Config } from '../../config/config.ts';
import { readSourceFingerprint } from '../read-source-fingerprint.ts';

/** Returns what a host must have in common with its clients: the code and the settings that it runs with. */
export async function readHostVersion(config: Config): Promise<string> {
  return `${await readSourceFingerprint()}-${settingsFingerprint(config)}`;
}

/**
 * Where results go, what a bare start may read, and who looks on differ from shell to shell and need no other host. The
 * data folder is common to all who meet there, whatever path each of them writes.
 */
export function settingsFingerprint(config: Config): string {
  const {
    dataDir: _dataDir,
    outputDir: _outputDir,
    sourceDirs: _sourceDirs,
    allowedHosts: _allowedHosts,
    searchPath: _searchPath,
    isCi: _isCi,
    hostIdleMs: _idle,
    ...settings
  } = config;
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 8);
}
