import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProviderError } from '../../contract/errors.ts';
import { endProcess } from '../../platform/end-process.ts';
import { openLogFile } from '../../platform/open-log-file.ts';
import { identifyProcess, isProcessRunning, type ProcessIdentity } from '../../platform/process-identity.ts';
import { findOllama } from './find-ollama.ts';
import type { OllamaDoor } from './ollama-door.ts';
import { serverEnvironment } from './server-environment.ts';

/** Looking for graphics cards takes a few seconds on a cold machine. */
const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;
const END_WITHIN_MS = 5_000;

export interface OllamaStart {
  readonly door: OllamaDoor;
  /** Absolute path of the ollama program. */
  readonly program: string;
  readonly slots: number;
  /** Of this process: where its home and its models are. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly logPath: string;
  /** Called once the process is there, long before it answers. */
  readonly onSpawn: (server: ProcessIdentity) => Promise<void>;
}

/**
 * Starts `ollama serve` as a process of its own and returns its version once it answers. Throws PROVIDER_FAILED when it ends
 * first and PROVIDER_TIMED_OUT after a minute; then, and after an abort, it is ended.
 */
export async function startOllamaServer(start: OllamaStart, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const server = await spawnServer(start);
  if (server === null) throw await endedAtStart(start);
  try {
    await start.onSpawn(server);
    for (let waitedMs = 0; waitedMs < READY_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
      const version = await findOllama(start.door, signal);
      // One that could not have the port ends, and what answers there is somebody else's.
      if (!(await isProcessRunning(server))) throw await endedAtStart(start);
      if (version !== null) return version;
      await sleep(LOOK_EVERY_MS, undefined, { signal });
    }
    throw new ProviderError(
      'PROVIDER_TIMED_OUT',
      `Ollama (${start.program}) was started and did not answer at ${start.door.url.host} within a minute; look into ${start.logPath}.`,
      { provider: 'Ollama' },
    );
  } catch (error) {
    await endProcess(server, END_WITHIN_MS, new AbortController().signal);
    signal.throwIfAborted();
    throw error;
  }
}

/** Returns null for one that is gone already. */
async function spawnServer({ door, env, logPath, program, slots }: OllamaStart): Promise<ProcessIdentity | null> {
  await using log = await openLogFile(logPath);
  const child = spawn(program, ['serve'], {
    // A Ctrl-C in the terminal of a worker is not meant for it; it is ended when the worker is done.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: serverEnvironment({ env, url: door.url, slots }),
    windowsHide: true,
  });
  child.unref();
  const pid = await untilSpawned(child, program);
  return identifyProcess(pid);
}

async function untilSpawned(child: ChildProcess, program: string): Promise<number> {
  try {
    await once(child, 'spawn');
    if (child.pid !== undefined) return child.pid;
    throw new Error('The process has no number.');
  } catch (cause) {
    throw new ProviderError(
      'PROVIDER_FAILED',
      `Ollama (${program}) could not be started; install it anew, or name another one in LECTRA_OLLAMA.`,
      { provider: 'Ollama' },
      { cause },
    );
  }
}

async function endedAtStart({ logPath, program }: OllamaStart): Promise<ProviderError> {
  const lastLine = (await readFile(logPath, 'utf8')).trimEnd().split('\n').at(-1) ?? '';
  return new ProviderError(
    'PROVIDER_FAILED',
    `Ollama (${program}) ended at its start and said ${JSON.stringify(lastLine.slice(-300))}; look into ${logPath}.`,
    { provider: 'Ollama' },
  );
}
