import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { ConfigError, RenderError } from '../contract/errors.ts';
import { findSystemFailure } from '../platform/find-system-failure.ts';
import { isNodeError } from '../platform/is-node-error.ts';
import { ProcessError } from '../platform/process-error.ts';
import { runProcess } from '../platform/run-process.ts';

/** An ffmpeg that was started once and has what video needs. */
export interface Ffmpeg {
  /** Absolute path. */
  readonly path: string;
  /** As it names itself, such as "5.1.9-0+deb12u1" or "N-47683-g0e8eb07980-static". */
  readonly version: string;
  readonly origin: 'configured' | 'path' | 'package';
}

const NEEDED_ENCODERS = ['libx264', 'aac', 'libmp3lame'] as const;
const WAY_OUT =
  'Install ffmpeg with libx264, aac and libmp3lame (Debian: apt install ffmpeg; macOS: brew install ffmpeg) or set FFMPEG_PATH to one.';

/**
 * Returns the ffmpeg to use: the configured one, else the first good one on the search path, else the packaged one.
 * A configured one that does not work is an error, never passed over. Throws ConfigError ENGINE_MISSING that names each place it looked at and what was wrong there,
 * and RenderError MEMORY_EXHAUSTED or FILES_EXHAUSTED when the machine lets none be asked: that may be over soon.
 */
export async function locateFfmpeg(
  input: { readonly configuredPath: string | null; readonly searchPath: string },
  signal: AbortSignal = new AbortController().signal,
): Promise<Ffmpeg> {
  if (input.configuredPath !== null) {
    const found = await examine(input.configuredPath, 'configured', signal);
    if (typeof found !== 'string') return found;
    throw new ConfigError('ENGINE_MISSING', `FFMPEG_PATH names ${input.configuredPath}, which ${found}. ${WAY_OUT}`);
  }
  const complaints: string[] = [];
  for (const path of await listOnSearchPath(input.searchPath)) {
    const found = await examine(path, 'path', signal);
    if (typeof found !== 'string') return found;
    complaints.push(`${path} ${found}`);
  }
  const packagedPath = await resolvePackagedPath();
  if (packagedPath === null) complaints.push('the optional package @ffmpeg-installer/ffmpeg is not installed');
  else {
    const found = await examine(packagedPath, 'package', signal);
    if (typeof found !== 'string') return found;
    complaints.push(`${packagedPath} ${found}`);
  }
  throw new ConfigError('ENGINE_MISSING', `No usable ffmpeg was found: ${complaints.join('; ')}. ${WAY_OUT}`);
}

async function listOnSearchPath(searchPath: string): Promise<readonly string[]> {
  const fileName = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  const paths = searchPath
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, fileName));
  const isThere = await Promise.all(
    paths.map((path) =>
      access(path, constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return paths.filter((_path, index) => isThere[index]);
}

/** The ffmpeg, or what is wrong with the program, as the end of a sentence that starts with its path. */
async function examine(path: string, origin: Ffmpeg['origin'], signal: AbortSignal): Promise<Ffmpeg | string> {
  try {
    const printed = await print(path, ['-version'], signal);
    const version = /^ffmpeg version (\S+)/.exec(printed)?.[1];
    if (version === undefined) return 'is not an ffmpeg';
    const encoders = await print(path, ['-hide_banner', '-encoders'], signal);
    const missing = NEEDED_ENCODERS.filter((name) => !new RegExp(`^ [VA]\\S{5} ${name} `, 'm').test(encoders));
    return missing.length === 0 ? { path, version, origin } : `has no encoder ${missing.join(', ')}`;
  } catch (error) {
    if (!(error instanceof ProcessError)) throw error;
    const refusal = findSystemFailure(error);
    // A kill or a machine without memory says nothing of the program, and another ffmpeg in its place would make other files.
    if (refusal?.code === 'MEMORY_EXHAUSTED' || refusal?.code === 'FILES_EXHAUSTED') {
      throw new RenderError(
        refusal.code,
        `${path} could not be asked for its version: ${refusal.message}`,
        {},
        { cause: error },
      );
    }
    return error.exitCode === null
      ? 'cannot be started'
      : `ended with exit code ${error.exitCode} when asked for its version`;
  }
}

async function print(path: string, args: readonly string[], signal: AbortSignal): Promise<string> {
  const { stdout } = await runProcess({ command: path, args, signal });
  return new TextDecoder().decode(stdout);
}

async function resolvePackagedPath(): Promise<string | null> {
  try {
    return (await import('@ffmpeg-installer/ffmpeg')).default.path;
  } catch (error) {
    // The package throws a plain string where it has no binary for the platform.
    if (typeof error === 'string' || isNodeError(error, 'ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND')) return null;
    throw error;
  }
}
