import { homedir } from 'node:os';
import { defaultDataDir } from '../../../src/config/default-data-dir.ts';
import { findTemporalCli, type TemporalCli } from '../../../src/temporal/find-temporal-cli.ts';

/** Returns the Temporal CLI as the product finds it with this environment, without fetching one, or null. */
export function findTestCli(): Promise<TemporalCli | null> {
  const { env } = process;
  const places = {
    configuredPath: env.LECTRA_TEMPORAL_CLI || null,
    searchPath: env.PATH ?? '',
    dataDir: env.LECTRA_DATA_DIR || defaultDataDir(process.platform, env, homedir()),
  };
  return findTemporalCli(places, new AbortController().signal);
}

/** Ends the title of a group of tests that needs the CLI. */
export function cliNote(cli: TemporalCli | null): string {
  return cli === null ? ' (not run: needs the Temporal CLI)' : '';
}
