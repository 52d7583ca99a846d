import { execa } from 'execa';

/** Runs Temporal's own command line against a service and returns what it printed. Throws for an exit code other than 0. */
export async function runTemporal(cliPath: string, address: string, words: readonly string[]): Promise<string> {
  const { stdout } = await execa(cliPath, [...words, '--address', address]);
  return stdout;
}
