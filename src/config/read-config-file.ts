import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../contract/errors.ts';
import { isNodeError } from '../platform/is-node-error.ts';
import { SETTING_ROWS } from './settings.ts';

const CONFIG_FILE_NAME = 'lectra.config.json';

const fileSchema = z.record(z.string(), z.unknown());

/**
 * Returns the settings of `lectra.config.json` in `cwd`, unchecked by value, or an empty record without such a file.
 * Relative paths are seen from the file's folder. Throws CONFIG_INVALID for bad JSON or an unknown key.
 */
export function readConfigFile(cwd: string): Readonly<Record<string, unknown>> {
  const path = resolve(cwd, CONFIG_FILE_NAME);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (isNodeError(error, 'ENOENT', 'ENOTDIR')) return {};
    throw new ConfigError('CONFIG_INVALID', `${path} cannot be read. Check its permissions.`, { cause: error });
  }
  const settings = parseRecord(path, text);
  const known: ReadonlyMap<string, (typeof SETTING_ROWS)[keyof typeof SETTING_ROWS]> = new Map(
    Object.entries(SETTING_ROWS),
  );
  const resolved: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(settings)) {
    const row = known.get(key);
    if (row === undefined) {
      throw new ConfigError(
        'CONFIG_INVALID',
        `${path} has the unknown key "${key}". Known keys: ${[...known.keys()].join(', ')}.`,
      );
    }
    resolved[key] = resolvePaths(row.kind, value, cwd);
  }
  return resolved;
}

function parseRecord(path: string, text: string): Record<string, unknown> {
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new ConfigError('CONFIG_INVALID', `${path} is not a JSON object. Correct it or remove it.`, { cause: error });
  }
}

function resolvePaths(kind: string, value: unknown, cwd: string): unknown {
  if (kind === 'path' && typeof value === 'string' && value !== '') return resolve(cwd, value);
  if (kind === 'paths' && Array.isArray(value)) return value.map((item) => resolvePaths('path', item, cwd));
  return value;
}
