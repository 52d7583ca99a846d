import { homedir } from 'node:os';
import type { ConfigInput } from './load-config.ts';

/** Returns what this process gives to `loadConfig`: its environment, current folder and home. The one place that reads them. */
export function processInput(): Pick<ConfigInput, 'env' | 'cwd' | 'homeDir'> {
  return { env: process.env, cwd: process.cwd(), homeDir: homedir() };
}
