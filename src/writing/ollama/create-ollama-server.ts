import { join } from 'node:path';
import { ConfigError } from '../../contract/errors.ts';
import { endProcess } from '../../platform/end-process.ts';
import { findProgram, isExecutableFile } from '../../platform/find-program.ts';
import { identifyProcess, isProcessRunning, type ProcessIdentity } from '../../platform/process-identity.ts';
import { acquireProcessLock } from '../../platform/process-lock.ts';
import { findOllama, isOfThisMachine } from './find-ollama.ts';
import type { OllamaDoor } from './ollama-door.ts';
import { readOwnServer, removeOwnServer, writeOwnServer } from './own-server-file.ts';
import { startOllamaServer } from './start-ollama-server.ts';

/** It ends what its models do first. */
const END_WITHIN_MS = 10_000;

/** Where an Ollama is, and how to start one that is not. */
export interface OllamaServerInput {
  readonly door: OllamaDoor;
  /** The program that the user names; null looks for `ollama` on `searchPath`. */
  readonly programPath: string | null;
  readonly searchPath: string;
  /** Calls at once that a started server takes for each model. */
  readonly slots: number;
  /** Of this process; a started server inherits it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Data folder: log, lock, and the note of which server is ours. It must exist. */
  readonly folder: string;
}

/** The Ollama that answers at the address. Disposing of it ends a server that was started here, and no other. */
export interface OllamaServer extends AsyncDisposable {
  /**
   * Returns the version of the Ollama that answers, after starting an installed one on this machine if need be; null when
   * none answers and none is installed. Throws what `findOllama` throws, ENGINE_MISSING for a program that cannot be run
   * and PROVIDER_FAILED for one that ends at its start.
   */
  ensure(onStart: () => void, signal: AbortSignal): Promise<string | null>;
}

/** Creates it; nothing is started before `ensure`. */
export function createOllamaServer(input: OllamaServerInput): OllamaServer {
  const { door, env, folder, slots } = input;
  let own: ProcessIdentity | null = null;

  const claim = async (server: ProcessIdentity): Promise<void> => {
    own = server;
    await writeOwnServer(folder, { url: door.url.href, server, owner: await identifyProcess(process.pid) });
  };
  /** Takes over what a worker started that was killed before it could end it. */
  const adoptOrphan = async (signal: AbortSignal): Promise<void> => {
    if (own !== null || (await readOwnServer(folder)) === null) return;
    using _lock = await acquireProcessLock(lockPathOf(folder), signal, () => undefined);
    const note = await readOwnServer(folder);
    if (note === null || note.url !== door.url.href || !(await isProcessRunning(note.server))) return;
    if (note.owner === null || !(await isProcessRunning(note.owner))) await claim(note.server);
  };

  return {
    ensure: async (onStart, signal) => {
      const running = await findOllama(door, signal);
      if (running !== null) {
        await adoptOrphan(signal);
        return running;
      }
      const program = await findOllamaProgram(input);
      if (program === null || !canStartAt(door.url)) return null;
      onStart();
      // Two that start it at once would fight for its port, and one of them would end the other's.
      using _lock = await acquireProcessLock(lockPathOf(folder), signal, () => undefined);
      const startedMeanwhile = await findOllama(door, signal);
      if (startedMeanwhile !== null) return startedMeanwhile;
      // Awaited here: the lock is let go of when this function returns.
      return await startOllamaServer(
        { door, program, slots, env, logPath: join(folder, 'ollama.log'), onSpawn: claim },
        signal,
      );
    },
    [Symbol.asyncDispose]: async () => {
      if (own === null) return;
      const ending = own;
      own = null;
      await endProcess(ending, END_WITHIN_MS, new AbortController().signal);
      await removeOwnServer(folder);
    },
  };
}

/** Returns the program that would be started, or null without one. Throws ENGINE_MISSING for a named one that cannot be run. */
export async function findOllamaProgram({
  programPath,
  searchPath,
}: Pick<OllamaServerInput, 'programPath' | 'searchPath'>): Promise<string | null> {
  if (programPath === null) return findProgram('ollama', searchPath);
  if (await isExecutableFile(programPath)) return programPath;
  throw new ConfigError(
    'ENGINE_MISSING',
    `LECTRA_OLLAMA is "${programPath}", which is no program; name the ollama program, or unset the variable.`,
  );
}

/** A server speaks plain HTTP at the root of its address, and is started nowhere but on this machine. */
export function canStartAt(url: URL): boolean {
  return url.protocol === 'http:' && url.pathname === '/' && isOfThisMachine(url);
}

function lockPathOf(folder: string): string {
  return join(folder, 'ollama-start.lock');
}
