import { join } from 'node:path';
import { ConfigError } from '../contract/errors.ts';
import { findProgram, isExecutableFile } from '../platform/find-program.ts';
import { hasPinnedMinor, readCliVersion } from './cli-binary/cli-version.ts';
import { PINNED_CLI_VERSION } from './cli-binary/pinned-version.ts';

/** Where to look for the Temporal CLI. */
export interface CliPlaces {
  /** The one that the user names, or null. */
  readonly configuredPath: string | null;
  readonly searchPath: string;
  /** Lectra's data folder; the CLI that Lectra got itself lies in its `bin`. */
  readonly dataDir: string;
}

/** A Temporal CLI that can be used. */
export interface TemporalCli {
  readonly path: string;
  /** Such as "1.8.2". */
  readonly version: string;
  /** Such as "1.31.2"; the database is named by it. */
  readonly serverVersion: string;
  readonly origin: 'configured' | 'path' | 'cache';
}

/** Returns the path of the CLI that Lectra downloads or builds for itself. */
export function cachedCliPath(dataDir: string): string {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return join(dataDir, 'bin', `temporal-${PINNED_CLI_VERSION}${suffix}`);
}

/**
 * Returns the CLI to use: the configured one, else `temporal` on PATH when it has the pinned minor version, else the one
 * in our cache, else null. Throws CONFIG_INVALID when a configured one cannot be used; nothing else takes its place.
 */
export async function findTemporalCli(places: CliPlaces, signal: AbortSignal): Promise<TemporalCli | null> {
  if (places.configuredPath !== null) {
    const configured = await checkCli(places.configuredPath, 'configured', signal);
    if (configured !== null) return configured;
    throw new ConfigError(
      'CONFIG_INVALID',
      `LECTRA_TEMPORAL_CLI is "${places.configuredPath}", which is no Temporal CLI ${minorOf(PINNED_CLI_VERSION)}. Give the path of one, or unset it.`,
    );
  }
  const onPath = await findProgram('temporal', places.searchPath);
  return (
    (onPath === null ? null : await checkCli(onPath, 'path', signal)) ??
    (await checkCli(cachedCliPath(places.dataDir), 'cache', signal))
  );
}

async function checkCli(path: string, origin: TemporalCli['origin'], signal: AbortSignal): Promise<TemporalCli | null> {
  if (!(await isExecutableFile(path))) return null;
  const version = await readCliVersion(path, signal);
  if (version === null || !hasPinnedMinor(version)) return null;
  return { path, version: version.cli, serverVersion: version.server, origin };
}

function minorOf(version: string): string {
  return `${version.split('.').slice(0, 2).join('.')}.x`;
}
