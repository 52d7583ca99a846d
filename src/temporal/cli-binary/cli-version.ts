import { ProcessError } from '../../platform/process-error.ts';
import { runProcess } from '../../platform/run-process.ts';
import { PINNED_CLI_VERSION } from './pinned-version.ts';

/** A program that calls itself no Temporal CLI within this time is none. */
const VERSION_TIMEOUT_MS = 20_000;

/** What `temporal --version` says. */
export interface CliVersion {
  /** Such as "1.8.2". */
  readonly cli: string;
  /** Version of the server inside, such as "1.31.2". */
  readonly server: string;
}

/** Returns the versions in the line that `temporal --version` prints, or null for any other text. */
export function parseCliVersion(text: string): CliVersion | null {
  const match = /^temporal version (\d+\.\d+\.\d+\S*) \(Server (\d+\.\d+\.\d+[^\s,)]*)/m.exec(text);
  const [, cli, server] = match ?? [];
  return cli === undefined || server === undefined ? null : { cli, server };
}

/** True for a version of the pinned minor: a patch changes neither the database nor the flags that Lectra uses. */
export function hasPinnedMinor(version: CliVersion): boolean {
  const [major, minor] = PINNED_CLI_VERSION.split('.');
  return version.cli.startsWith(`${major}.${minor}.`);
}

/** Runs `path --version`. Returns null when there is no such program or when it is no Temporal CLI. */
export async function readCliVersion(path: string, signal: AbortSignal): Promise<CliVersion | null> {
  try {
    const { stdout } = await runProcess({
      command: path,
      args: ['--version'],
      signal: AbortSignal.any([signal, AbortSignal.timeout(VERSION_TIMEOUT_MS)]),
    });
    return parseCliVersion(new TextDecoder().decode(stdout));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ProcessError || (error instanceof DOMException && error.name === 'TimeoutError')) return null;
    throw error;
  }
}
