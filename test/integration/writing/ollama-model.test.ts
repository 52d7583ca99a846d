import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measureOllama } from '../../../src/writing/inspect-ollama.ts';
import { createModelAgent } from '../../../src/writing/model-agent.ts';
import { chooseOllamaModel } from '../../../src/writing/ollama/choose-ollama-model.ts';
import { createOllamaServer } from '../../../src/writing/ollama/create-ollama-server.ts';
import type { OllamaSetup } from '../../../src/writing/ollama/ollama-setup.ts';
import { prepareOllamaModel } from '../../../src/writing/ollama/prepare-ollama-model.ts';
import type { ModelProgress, WantedModel } from '../../../src/writing/writer.ts';
import { createCallLedger } from '../../services/call-ledger.ts';
import { digestOf, OLLAMA_MODELS, type OllamaModel } from '../../services/ollama/ollama-model.ts';
import { type OllamaOptions, startOllama } from '../../services/ollama/start-ollama.ts';
import { somePort } from '../../services/some-port.ts';
import { SPEED_PROFILES } from '../../services/speed-profile.ts';
import { startLocalServer } from '../../services/start-local-server.ts';

const LASTING = new AbortController().signal;
const [LLAMA, QWEN, GPT_OSS, QWEN35] = OLLAMA_MODELS;
if (!LLAMA || !QWEN || !GPT_OSS || !QWEN35) throw new Error('The stand-in has fewer models than it had.');
const named = (name: string, more: Partial<OllamaModel> = {}): OllamaModel => ({ ...LLAMA, name, ...more });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectra-ollama-model-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface SetupOptions {
  readonly defaultModel?: string | null;
  readonly programPath?: string | null;
}

function openSetup(url: string, { defaultModel = null, programPath = null }: SetupOptions = {}) {
  const agent = createModelAgent({ connections: 8 });
  const door = { url: new URL(url), agent, now: Date.now };
  const server = createOllamaServer({ door, programPath, searchPath: '', slots: 4, env: {}, folder });
  const setup: OllamaSetup = { ...door, server, defaultModel, contextTokens: 4_096 };
  const told: ModelProgress[] = [];
  const prepare = (wanted: Partial<WantedModel> = {}, signal = LASTING) =>
    prepareOllamaModel(setup, { model: null, mayPull: false, ...wanted }, (progress) => told.push(progress), signal);
  const close = async () => {
    await server[Symbol.asyncDispose]();
    await agent[Symbol.asyncDispose]();
  };
  return { setup, prepare, told, [Symbol.asyncDispose]: close };
}

async function openStandIn(options: Partial<OllamaOptions> & SetupOptions = {}) {
  const ledger = createCallLedger();
  const standIn = await startOllama({ ledger, ...options });
  const opened = openSetup(standIn.url, options);
  const close = async () => {
    await opened[Symbol.asyncDispose]();
    await standIn[Symbol.asyncDispose]();
  };
  return { ...opened, ledger, standIn, [Symbol.asyncDispose]: close };
}

describe('The model of a run', () => {
  test.each([
    ['the best known one that is installed', [QWEN, LLAMA, named('aya:8b')], null, null, 'llama3.1:8b'],
    [
      'any other before those that write one slide at a time or think first',
      [GPT_OSS, QWEN35, named('aya:8b')],
      null,
      null,
      'aya:8b',
    ],
    ['one of those rather than none', [GPT_OSS, QWEN35], null, null, 'qwen3.5:9b'],
    ['that of LECTRA_MODEL before it', [QWEN, LLAMA], 'qwen3:8b', null, 'qwen3:8b'],
    ['that of the request before both', [QWEN, LLAMA, named('aya:8b')], 'qwen3:8b', 'aya:8b', 'aya:8b'],
    ['the latest where no tag is given', [LLAMA, named('aya:latest')], null, 'aya', 'aya:latest'],
  ] as const)('is %s', async (_what, models, defaultModel, model, expected) => {
    await using opened = await openStandIn({ models, defaultModel });
    expect(await opened.prepare({ model })).toMatchObject({ model: expected });
  });

  test('comes with the digest of its weights, loaded with the context of all later calls', async () => {
    await using opened = await openStandIn({ models: [LLAMA] });
    expect(await opened.prepare()).toEqual({ model: 'llama3.1:8b', digest: digestOf(LLAMA), warnings: [] });
    const loaded = await (await fetch(`${opened.standIn.url}/api/ps`)).json();
    expect(loaded).toMatchObject({ models: [{ name: 'llama3.1:8b', context_length: 4_096 }] });
    expect(opened.told).toEqual([{ what: 'Loading llama3.1:8b', doneBytes: null, totalBytes: null }]);
    const asked = opened.ledger.entries().filter(({ operation }) => operation === 'show');
    expect(asked).toHaveLength(1);
  });

  test('is used with a warning when its family is served one call at a time, as its lecture takes longer', async () => {
    await using opened = await openStandIn({ models: [QWEN35] });
    const ready = await opened.prepare();
    expect(ready?.warnings).toMatchObject([
      { code: 'MODEL_SINGLE_SLOT', message: expect.stringContaining('qwen3.5:9b') },
    ]);
  });
});

describe('A model that is not there', () => {
  test('is refused with at most five of those installed, the command that gets it, and --yes', async () => {
    const models = ['a:1', 'b:1', 'c:1', 'd:1', 'e:1', 'f:1', 'g:1'].map((name) => named(name));
    await using opened = await openStandIn({ models });
    await expect(opened.prepare({ model: 'llama3.1' })).rejects.toMatchObject({
      code: 'MODEL_MISSING',
      message: expect.stringMatching(
        /has no model "llama3\.1"; it has a:1, b:1, c:1, d:1, e:1 and 2 more\. .*`ollama pull llama3\.1`.*--yes/,
      ),
    });
  });

  test('is the known good one where none is installed', async () => {
    await using opened = await openStandIn({ models: [] });
    await expect(opened.prepare()).rejects.toThrow('has no model "llama3.1:8b"; it has none. Get it with');
  });

  test('is downloaded when that is allowed, with its bytes told from none to all, and then loaded', async () => {
    await using opened = await openStandIn({ models: [] });
    expect(await opened.prepare({ mayPull: true })).toMatchObject({ model: 'llama3.1:8b' });
    const downloads = opened.told.filter(({ what }) => what === 'Downloading llama3.1:8b');
    expect(downloads.length).toBeGreaterThan(2);
    const known = downloads.filter(({ totalBytes }) => totalBytes !== null);
    expect(known.map(({ doneBytes }) => doneBytes)).toEqual(
      known.map(({ doneBytes }) => doneBytes).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    );
    expect(known.at(-1)?.doneBytes).toBe(known.at(-1)?.totalBytes);
    expect(opened.told.at(-1)?.what).toBe('Loading llama3.1:8b');
  });

  test('is told as missing when the library of Ollama has none of that name either', async () => {
    await using opened = await openStandIn({ models: [] });
    await expect(opened.prepare({ model: 'no-such', mayPull: true })).rejects.toMatchObject({ code: 'MODEL_MISSING' });
  });

  test('stops downloading at an abort, with its reason', async () => {
    await using opened = await openStandIn({ models: [], speed: SPEED_PROFILES.gpu });
    const controller = new AbortController();
    const reason = new Error('left');
    const preparing = opened.prepare({ mayPull: true }, controller.signal);
    await expect.poll(() => opened.told.length).toBeGreaterThan(0);
    controller.abort(reason);
    await expect(preparing).rejects.toBe(reason);
  });
});

describe('What cannot write', () => {
  test('is an Ollama before 0.9.0, named with its version and the one that is needed', async () => {
    await using opened = await openStandIn({ version: '0.4.7' });
    await expect(opened.prepare()).rejects.toMatchObject({
      code: 'PROVIDER_UNSUITABLE',
      message: expect.stringMatching(/version 0\.4\.7.*0\.9\.0 or newer/),
    });
  });

  test.each(['0.9.0', '0.12.11', '1.0.0-rc1', '0.0.0'])('is not an Ollama %s', async (version) => {
    await using opened = await openStandIn({ version });
    expect(await opened.prepare()).not.toBeNull();
  });

  test('is a server of something else at that address', async () => {
    await using server = await startLocalServer((_request, response) => void response.end('<html>Hello</html>'));
    await using opened = openSetup(server.url);
    await expect(opened.prepare()).rejects.toMatchObject({
      code: 'PROVIDER_UNSUITABLE',
      message: expect.stringContaining('is no Ollama server'),
    });
  });

  test('is a server that speaks no HTTP at all', async () => {
    const server = createServer((socket) => void socket.end('220 mail ready\r\n', () => socket.destroy()));
    const port = await somePort();
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    await using opened = openSetup(`http://127.0.0.1:${port}`);
    const error = await opened.prepare().catch((thrown: unknown) => thrown);
    await new Promise((done) => server.close(done));
    expect(error).toMatchObject({ code: expect.stringMatching(/^PROVIDER_/) });
  });

  test('is a model in the cloud of Ollama, where no schema is obeyed', async () => {
    await using opened = await openStandIn({ models: [named('gpt-oss:120b-cloud')] });
    await expect(opened.prepare({ model: 'gpt-oss:120b-cloud' })).rejects.toMatchObject({
      code: 'PROVIDER_UNSUITABLE',
    });
    await expect(opened.prepare()).rejects.toMatchObject({ code: 'MODEL_MISSING' });
  });
});

describe('Nobody', () => {
  test('is null on this machine with no program to start, so that another writer is asked', async () => {
    await using opened = openSetup(`http://127.0.0.1:${await somePort()}`);
    expect(await opened.prepare()).toBeNull();
  });

  test('is an error on another machine, where nothing can be started', async () => {
    await using opened = openSetup(`http://ollama.invalid:11434`);
    await expect(opened.prepare()).rejects.toMatchObject({ code: 'PROVIDER_UNREACHABLE' });
  });

  test('is an error when LECTRA_OLLAMA names no program', async () => {
    await using opened = openSetup(`http://127.0.0.1:${await somePort()}`, { programPath: join(folder, 'nothing') });
    await expect(opened.prepare()).rejects.toMatchObject({
      code: 'ENGINE_MISSING',
      message: expect.stringContaining('LECTRA_OLLAMA'),
    });
  });

  test('is an error with the last line of its log when the program ends at its start', async () => {
    const program = join(folder, 'ollama');
    await writeFile(program, '#!/bin/sh\necho "Error: no space for models" >&2\nexit 3\n');
    await chmod(program, 0o755);
    await using opened = openSetup(`http://127.0.0.1:${await somePort()}`, { programPath: program });
    await expect(opened.prepare()).rejects.toMatchObject({
      code: 'PROVIDER_FAILED',
      message: expect.stringMatching(
        /ended at its start and said "Error: no space for models"; look into .*ollama\.log/,
      ),
    });
    expect(opened.told.map(({ what }) => what)).toEqual(['Starting Ollama']);
  });
});

describe('A measured model', () => {
  test.each([1, 3, 6])('answers %s of six calls at once, as the server has slots', async (slots) => {
    await using opened = await openStandIn({ models: [LLAMA], slots, speed: SPEED_PROFILES.gpu });
    const { setup } = opened;
    const input = { ...setup, programPath: null, searchPath: '', model: null };
    const choice = await chooseOllamaModel(setup, null, LASTING);
    if (choice.kind !== 'installed') throw new Error('The stand-in has no model.');
    expect(await measureOllama(input, { calls: 6, model: choice.model }, LASTING)).toEqual({
      gpuShare: 1,
      contextTokens: 4_096,
      slots,
      thinks: false,
      isSingleSlot: false,
    });
  });
});
