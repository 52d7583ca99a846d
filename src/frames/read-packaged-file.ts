import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ConfigError } from '../contract/errors.ts';
import { isNodeError } from '../platform/is-node-error.ts';

const require = createRequire(import.meta.url);

/** Returns a file of an installed package, named by its module specifier. Throws ENGINE_MISSING when it is not there. */
export function readPackagedFile(specifier: string): Buffer {
  try {
    return readFileSync(require.resolve(specifier));
  } catch (cause) {
    if (!isNodeError(cause, 'MODULE_NOT_FOUND', 'ENOENT', 'ERR_PACKAGE_PATH_NOT_EXPORTED')) throw cause;
    throw new ConfigError('ENGINE_MISSING', `The file ${specifier} is not installed; run "npm ci" again.`, { cause });
  }
}
