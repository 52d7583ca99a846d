import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { fetch } from 'undici';
import { somePort } from '../some-port.ts';

const run = promisify(execFile);
const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 50;

/** Folder with `ollama`, a tiny model `tiny.gguf` and its `Modelfile`; empty where there is none, and then nothing real runs. */
export const REAL_OLLAMA_DIR = process.env.LECTRA_TEST_OLLAMA_DIR ?? '';

/** How the tiny model is called: it writes English-like words by a schema at some thousand tokens a second and knows nothing. */
export const TINY_MODEL = 'tiny:latest';

/** The program itself. */
export const REAL_OLLAMA = join(REAL_OLLAMA_DIR, 'ollama');

export interface RealOllama extends AsyncDisposable {
  /** Without a slash at its end. */
  readonly url: string;
}

/** Starts the real server on a free port, with a model folder of its own that holds the tiny model alone. */
export async function startRealOllama({ slots }: { readonly slots: number }): Promise<RealOllama> {
  if (!existsSync(REAL_OLLAMA)) throw new Error(`LECTRA_TEST_OLLAMA_DIR is "${REAL_OLLAMA_DIR}", which has no ollama.`);
  await using cleanup = new AsyncDisposableStack();
  const models = cleanup.use(await makeModelFolder());
  const port = await somePort();
  const env = { ...models.env, OLLAMA_HOST: `127.0.0.1:${port}`, OLLAMA_NUM_PARALLEL: String(slots) };
  const server = spawn(REAL_OLLAMA, ['serve'], { env, stdio: 'ignore' });
  cleanup.defer(() => end(server));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, server);
  await run(REAL_OLLAMA, ['create', 'tiny', '-f', join(REAL_OLLAMA_DIR, 'Modelfile')], { cwd: REAL_OLLAMA_DIR, env });
  const owned = cleanup.move();
  return { url, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** A home with nothing in it but models. */
export interface ModelFolder extends AsyncDisposable {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Makes an empty home with its model folder, and the environment that a server finds them by. */
export async function makeModelFolder(): Promise<ModelFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'lectra-ollama-'));
  return {
    folder,
    env: { PATH: process.env.PATH ?? '', HOME: folder, OLLAMA_MODELS: join(folder, 'models') },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let waitedMs = 0; waitedMs < READY_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
    if (server.exitCode !== null) throw new Error(`The real Ollama ended with exit code ${server.exitCode}.`);
    const response = await fetch(`${url}/api/version`).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`The real Ollama did not answer at ${url}.`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}
