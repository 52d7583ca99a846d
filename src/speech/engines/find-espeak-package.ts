import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

export const ESPEAK_PACKAGE = '@echogarden/espeak-ng-emscripten';

export interface EspeakPackage {
  readonly moduleUrl: string;
  readonly dataPath: string;
  readonly version: string;
}

const manifestSchema = z.object({ version: z.string() });

/** The installed engine, found without loading it, or null: it is an optional dependency. */
export function findEspeakPackage(): EspeakPackage | null {
  const folder = findFolder();
  if (folder === null) return null;
  const dataPath = join(folder, 'espeak-ng.data');
  if (!existsSync(dataPath)) return null;
  const { version } = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  return { moduleUrl: pathToFileURL(join(folder, 'espeak-ng.js')).href, dataPath, version };
}

function findFolder(): string | null {
  const paths = createRequire(import.meta.url).resolve.paths(ESPEAK_PACKAGE) ?? [];
  const found = paths.map((path) => join(path, ESPEAK_PACKAGE)).find((path) => existsSync(join(path, 'espeak-ng.js')));
  return found ?? null;
}
