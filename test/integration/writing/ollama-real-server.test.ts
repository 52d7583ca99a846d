import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isProcessRunning } from '../../../src/platform/process-identity.ts';
import { createModelAgent } from '../../../src/writing/model-agent.ts';
import { createOllamaServer } from '../../../src/writing/ollama/create-ollama-server.ts';
import { type OwnServerNote, readOwnServer, writeOwnServer } from '../../../src/writing/ollama/own-server-file.ts';
import { prepareOllamaModel } from '../../../src/writing/ollama/prepare-ollama-model.ts';
import {
  makeModelFolder,
  REAL_OLLAMA,
  REAL_OLLAMA_DIR,
  startRealOllama,
  TINY_MODEL,
} from '../../services/ollama/start-real-ollama.ts';
import { somePort } from '../../services/some-port.ts';
import { LASTING } from './model-questions.ts';

const run = promisify(execFile);
const note = REAL_OLLAMA_DIR === '' ? ' (not run: LECTRA_TEST_OLLAMA_DIR is not set)' : '';
const quietly = () => undefined;

/** An installed Ollama that nobody has started, with a data folder of its own. */
async function openInstallation(port?: number) {
  await using cleanup = new AsyncDisposableStack();
  const home = cleanup.use(await makeModelFolder());
  const agent = cleanup.use(createModelAgent({ connections: 4 }));
  const url = new URL(`http://127.0.0.1:${port ?? (await somePort())}`);
  const door = { url, agent, now: Date.now };
  const open = () =>
    createOllamaServer({
      door,
      programPath: REAL_OLLAMA,
      searchPath: '',
      slots: 2,
      env: home.env,
      folder: home.folder,
    });
  const owned = cleanup.move();
  return { ...home, door, open, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

async function readNote(folder: string): Promise<OwnServerNote> {
  const found = await readOwnServer(folder);
  if (found === null) throw new Error('No server is noted.');
  return found;
}

describe.skipIf(REAL_OLLAMA_DIR === '')(`an Ollama that Lectra starts${note}`, () => {
  test('answers with its version, gets a model ready and is gone with its owner', async () => {
    await using installation = await openInstallation();
    const { door, env, folder } = installation;
    await using server = installation.open();
    let starts = 0;
    expect(await server.ensure(() => (starts += 1), LASTING)).toMatch(/^\d+\.\d+\.\d+/);
    expect(await server.ensure(() => (starts += 1), LASTING)).toMatch(/^\d+\.\d+\.\d+/);
    expect(starts).toBe(1);
    const { server: process } = await readNote(folder);
    expect(await isProcessRunning(process)).toBe(true);

    const setup = { ...door, server, defaultModel: null, contextTokens: 2_048 };
    const wanted = { model: null, mayPull: false };
    await expect(prepareOllamaModel(setup, wanted, quietly, LASTING)).rejects.toMatchObject({ code: 'MODEL_MISSING' });
    const created = { env: { ...env, OLLAMA_HOST: door.url.host }, cwd: REAL_OLLAMA_DIR };
    await run(REAL_OLLAMA, ['create', 'tiny', '-f', join(REAL_OLLAMA_DIR, 'Modelfile')], created);
    const ready = await prepareOllamaModel(setup, wanted, quietly, LASTING);
    expect(ready).toMatchObject({ model: TINY_MODEL, digest: expect.stringMatching(/^[0-9a-f]{64}$/), warnings: [] });
    const loaded = await (await fetch(new URL('/api/ps', door.url))).json();
    expect(loaded).toMatchObject({ models: [{ name: TINY_MODEL, context_length: 2_048 }] });

    await server[Symbol.asyncDispose]();
    expect(await isProcessRunning(process)).toBe(false);
    expect(await readOwnServer(folder)).toBeNull();
    expect(await readFile(join(folder, 'ollama.log'), 'utf8')).toContain('OLLAMA_NUM_PARALLEL:2');
  });

  test('is one for two that start it at once, and goes with the one that did', async () => {
    await using installation = await openInstallation();
    await using first = installation.open();
    await using second = installation.open();
    const versions = await Promise.all([first.ensure(quietly, LASTING), second.ensure(quietly, LASTING)]);
    expect(versions[0]).toBe(versions[1]);
    const { server } = await readNote(installation.folder);
    await Promise.all([first[Symbol.asyncDispose](), second[Symbol.asyncDispose]()]);
    expect(await isProcessRunning(server)).toBe(false);
  });

  test('is taken over from an owner that was killed, and ended in its place', async () => {
    await using installation = await openInstallation();
    const killed = installation.open();
    await killed.ensure(quietly, LASTING);
    const { server, url } = await readNote(installation.folder);
    const heir = installation.open();
    await heir.ensure(quietly, LASTING);
    await heir[Symbol.asyncDispose]();
    expect(await isProcessRunning(server)).toBe(true);

    await writeOwnServer(installation.folder, { url, server, owner: { pid: 4_194_303, start: 'long ago' } });
    await using late = installation.open();
    await late.ensure(quietly, LASTING);
    await late[Symbol.asyncDispose]();
    expect(await isProcessRunning(server)).toBe(false);
    await killed[Symbol.asyncDispose]();
  });

  test('leaves nothing behind when its start is aborted', async () => {
    await using installation = await openInstallation();
    const leaving = new AbortController();
    const reason = new Error('left');
    await using server = installation.open();
    const starting = server.ensure(() => leaving.abort(reason), leaving.signal);
    await expect(starting).rejects.toBe(reason);
    const found = await readOwnServer(installation.folder);
    expect(found === null || !(await isProcessRunning(found.server))).toBe(true);
  });
});

describe.skipIf(REAL_OLLAMA_DIR === '')(`an Ollama of the user${note}`, () => {
  test('is used as it is and never ended', async () => {
    await using running = await startRealOllama({ slots: 1 });
    await using installation = await openInstallation(Number(new URL(running.url).port));
    const server = installation.open();
    expect(await server.ensure(() => expect.fail('It runs already.'), LASTING)).not.toBeNull();
    await server[Symbol.asyncDispose]();
    expect((await fetch(`${running.url}/api/version`)).status).toBe(200);
    expect(await readOwnServer(installation.folder)).toBeNull();
  });
});
