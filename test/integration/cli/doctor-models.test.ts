import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkModels } from '../../../src/cli/doctor/check-models.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import { createCallLedger } from '../../services/call-ledger.ts';
import { OLLAMA_MODELS } from '../../services/ollama/ollama-model.ts';
import { type OllamaOptions, startOllama } from '../../services/ollama/start-ollama.ts';
import { somePort } from '../../services/some-port.ts';
import { SPEED_PROFILES } from '../../services/speed-profile.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectra-doctor-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function examine(env: Readonly<Record<string, string>>) {
  const said: string[] = [];
  const config = loadConfig({ env, cwd: folder, homeDir: folder });
  const look = { config, nowMs: Date.now, say: (message: string) => said.push(message) };
  return { said, rows: await checkModels(look, new AbortController().signal) };
}

const withStandIn = async (options: Partial<OllamaOptions>, env: Readonly<Record<string, string>> = {}) => {
  await using standIn = await startOllama({ ledger: createCallLedger(), speed: SPEED_PROFILES.gpu, ...options });
  return { host: standIn.url, ...(await examine({ OLLAMA_HOST: standIn.url, ...env })) };
};

const nobody = async () => ({ OLLAMA_HOST: `127.0.0.1:${await somePort()}` });

describe('doctor, of models', () => {
  it('tells version, models, the one that would write, and as many calls at once as the server has slots', async () => {
    const { host, rows, said } = await withStandIn({ models: OLLAMA_MODELS.slice(0, 2), slots: 4 });
    expect(rows.map(({ name, state, found }) => `${state} ${name}: ${found}`)).toEqual([
      `ok Ollama: 0.33.0 at ${host}`,
      'ok Models: llama3.1:8b, qwen3:8b',
      'ok Model that writes: llama3.1:8b: on the graphics card, context of 8192 tokens a call, does not think before answers',
      'ok Calls at once: 4 or more (LECTRA_GPU_SLOTS asks for 4)',
    ]);
    expect(said).toEqual(['Loading llama3.1:8b to measure how many calls Ollama answers at once …']);
  });

  it('names the variable that gives a server more slots, with the number that is asked for', async () => {
    const { rows } = await withStandIn({ models: OLLAMA_MODELS.slice(0, 1), slots: 1 }, { LECTRA_GPU_SLOTS: '6' });
    expect(rows.at(-1)).toMatchObject({
      name: 'Calls at once',
      state: 'warning',
      found: '1',
      needed: '6, as LECTRA_GPU_SLOTS asks for',
      mend: expect.stringContaining('OLLAMA_NUM_PARALLEL=6'),
    });
  });

  it('loads nothing where the model is not there, and gives the command that gets it', async () => {
    const { rows, said } = await withStandIn({}, { LECTRA_MODEL: 'aya:8b' });
    expect(said).toEqual([]);
    expect(rows.at(-1)).toMatchObject({
      name: 'Models',
      state: 'warning',
      needed: 'aya:8b',
      mend: 'ollama pull aya:8b, or correct LECTRA_MODEL',
    });
  });

  it('says of one that is not installed what it is good for, and never that it is missing', async () => {
    const { rows } = await examine(await nobody());
    expect(rows).toMatchObject([
      { name: 'Ollama', state: 'warning', mend: expect.stringContaining('https://ollama.com/download') },
    ]);
  });

  it('says of an installed one that a run starts it', async () => {
    const program = join(folder, 'ollama');
    await writeFile(program, '#!/bin/sh\n');
    await chmod(program, 0o755);
    const { rows } = await examine({ ...(await nobody()), PATH: folder });
    expect(rows).toMatchObject([{ state: 'ok', found: expect.stringContaining(`starts ${program}`) }]);
  });

  it('warns of one that is too old, of a wrong program and of an OpenAI-compatible server that is away', async () => {
    const { rows } = await withStandIn(
      { version: '0.4.0' },
      { LECTRA_OPENAI_URL: `http://127.0.0.1:${await somePort()}/v1` },
    );
    expect(rows).toMatchObject([
      { name: 'Ollama', state: 'warning', found: expect.stringContaining('0.4.0') },
      { name: 'OpenAI server', state: 'warning', mend: expect.stringContaining('LECTRA_OPENAI_URL') },
    ]);
    const wrong = await examine({ ...(await nobody()), LECTRA_OLLAMA: join(folder, 'nothing') });
    expect(wrong.rows).toMatchObject([{ state: 'warning', found: expect.stringContaining('LECTRA_OLLAMA') }]);
  });
});
