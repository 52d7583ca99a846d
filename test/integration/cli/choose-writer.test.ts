import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseWriter } from '../../../src/cli/choose-writer.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import type { SourceChoice } from '../../../src/jobs/choose-source.ts';
import type { NamedRequest } from '../../../src/jobs/resolve-request.ts';
import { createCallLedger } from '../../services/call-ledger.ts';
import { OLLAMA_MODELS, type OllamaModel } from '../../services/ollama/ollama-model.ts';
import { startOllama } from '../../services/ollama/start-ollama.ts';
import { OPENAI_MODEL, startOpenAi } from '../../services/openai/start-openai.ts';
import { somePort } from '../../services/some-port.ts';

const topic: SourceChoice = { kind: 'topic', topic: 'Tides' };
const file: SourceChoice = { kind: 'file', path: 'tides.md' };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectra-choose-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Asks where no terminal is, so that nobody can answer a question. */
async function choose(
  env: Readonly<Record<string, string>>,
  words: Partial<NamedRequest>,
  source: SourceChoice = topic,
) {
  const request = { project: 'tides', ...words };
  const config = loadConfig({ env: { PATH: '', ...env }, cwd: folder, homeDir: folder });
  const { signal } = new AbortController();
  const [stderr, stdin] = [new PassThrough(), new PassThrough()];
  try {
    const chosen = await chooseWriter(request, source, {
      config,
      isInteractive: false,
      nowMs: Date.now,
      signal,
      stderr,
      stdin,
    });
    return { chosen, asRequested: chosen === request };
  } catch (error) {
    return error;
  }
}

interface Scene {
  readonly source?: SourceChoice;
  readonly models?: readonly OllamaModel[];
  readonly env?: Readonly<Record<string, string>>;
}

async function withOllama(words: Partial<NamedRequest>, scene: Scene = {}) {
  const { env, models = OLLAMA_MODELS.slice(0, 2), source = topic } = scene;
  await using ollama = await startOllama({ ledger: createCallLedger(), models });
  return { host: new URL(ollama.url).host, outcome: await choose({ OLLAMA_HOST: ollama.url, ...env }, words, source) };
}

const nobody = async () => `http://127.0.0.1:${await somePort()}`;

describe('a model that Ollama lacks, where nobody can be asked', () => {
  it.each([
    ['for a topic', { model: 'nope:1b' }, topic],
    ['for a document', { model: 'nope:1b' }, file],
    ['for a writer that is named', { model: 'nope:1b', writer: 'ollama' }, file],
  ] as const)('is told %s with those that are there and the command that gets it', async (_where, words, source) => {
    const { host, outcome } = await withOllama(words, { source });
    expect(outcome).toMatchObject({
      code: 'MODEL_MISSING',
      message: `Ollama at ${host} has no model "nope:1b"; it has llama3.1:8b, qwen3:8b. Get it with \`ollama pull nope:1b\`, or let Lectra download it with --yes.`,
    });
  });

  it('is told for the usual one as well, where a topic needs a model and none is installed', async () => {
    const { outcome } = await withOllama({}, { models: [] });
    expect(outcome).toMatchObject({
      code: 'MODEL_MISSING',
      message: expect.stringMatching(/no model "llama3\.1:8b"; it has none\. Get it with `ollama pull llama3\.1:8b`/),
    });
  });

  it('passes under --yes, as the run downloads it', async () => {
    expect((await withOllama({ model: 'nope:1b', pull: true })).outcome).toMatchObject({ asRequested: true });
  });

  it('passes for a document that names none, which is made without', async () => {
    expect((await withOllama({}, { models: [], source: file })).outcome).toMatchObject({ asRequested: true });
  });

  it('passes where the workers are on other machines, whose models are not seen from here', async () => {
    const env = { TEMPORAL_ADDRESS: 'temporal.example.org:7233' };
    expect((await withOllama({ model: 'nope:1b' }, { env })).outcome).toMatchObject({ asRequested: true });
  });
});

it('lets a model that is there pass, also without its tag', async () => {
  const models = OLLAMA_MODELS.slice(0, 1).map((model) => ({ ...model, name: 'aya:latest' }));
  expect((await withOllama({ model: 'aya' }, { models })).outcome).toMatchObject({ asRequested: true });
});

describe('an OpenAI-compatible server', () => {
  const withServer = async (words: Partial<NamedRequest>, ollamaHost: string) => {
    await using server = await startOpenAi({ ledger: createCallLedger() });
    return await choose({ LECTRA_OPENAI_URL: server.url, OLLAMA_HOST: ollamaHost }, words);
  };

  it.each([{}, { writer: 'openai' }] as const)(
    'that lacks the model is told with those it has, for %j',
    async (words) => {
      expect(await withServer({ model: 'nope', ...words }, await nobody())).toMatchObject({
        code: 'MODEL_MISSING',
        message: expect.stringContaining(`has no model "nope": it has "${OPENAI_MODEL}"`),
      });
    },
  );

  it('that has it passes', async () => {
    expect(await withServer({ model: OPENAI_MODEL }, await nobody())).toMatchObject({ asRequested: true });
  });

  it('that does not answer is told at once', async () => {
    const env = { LECTRA_OPENAI_URL: await nobody(), OLLAMA_HOST: await nobody() };
    expect(await choose(env, { writer: 'openai' })).toMatchObject({ code: 'PROVIDER_UNREACHABLE' });
  });

  it('gives way to an Ollama that has the model, unless it was named: a run asks both in this order', async () => {
    await using ollama = await startOllama({ ledger: createCallLedger(), models: OLLAMA_MODELS });
    expect(await withServer({ model: 'qwen3:8b' }, ollama.url)).toMatchObject({ asRequested: true });
    expect(await withServer({ model: 'nope' }, ollama.url)).toMatchObject({ code: 'MODEL_MISSING' });
    expect(await withServer({ model: 'nope', pull: true }, ollama.url)).toMatchObject({ asRequested: true });
    expect(await withServer({ model: 'qwen3:8b', writer: 'openai' }, ollama.url)).toMatchObject({
      code: 'MODEL_MISSING',
    });
  });

  it('is told of where the Ollama beside it cannot be used either', async () => {
    await using old = await startOllama({ ledger: createCallLedger(), version: '0.4.7' });
    expect(await withServer({ model: 'nope' }, old.url)).toMatchObject({
      code: 'MODEL_MISSING',
      message: expect.stringContaining('The OpenAI-compatible server'),
    });
  });
});
