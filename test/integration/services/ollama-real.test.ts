import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCallLedger } from '../../services/call-ledger.ts';
import { OLLAMA_MODELS, withTag } from '../../services/ollama/ollama-model.ts';
import { startOllama } from '../../services/ollama/start-ollama.ts';
import {
  REAL_OLLAMA_DIR,
  type RealOllama,
  startRealOllama,
  TINY_MODEL,
} from '../../services/ollama/start-real-ollama.ts';

const MODEL = TINY_MODEL;

interface Probe {
  readonly path: string;
  readonly body?: unknown;
  readonly host?: string;
}

const ASKED = { model: MODEL, messages: [{ role: 'user', content: 'hi' }], options: { num_predict: 40 } };
const PROMPTED = { model: MODEL, prompt: 'hi', options: { num_predict: 40 } };
const FORMAT = {
  type: 'object',
  properties: { b: { type: 'integer', minimum: 3, maximum: 5 }, a: { enum: ['x', 'y'] } },
  required: ['a', 'b'],
};

const PROBES: readonly Probe[] = [
  { path: '/' },
  { path: '/api/version' },
  { path: '/api/version', host: 'example.com' },
  { path: '/api/tags' },
  { path: '/api/nothing' },
  { path: '/api/chat' },
  { path: '/api/show', body: { model: MODEL } },
  { path: '/api/show', body: { model: 'no-such' } },
  { path: '/api/show', body: {} },
  { path: '/api/chat', body: { model: MODEL, messages: [] } },
  { path: '/api/ps' },
  { path: '/api/generate', body: { model: MODEL } },
  { path: '/api/chat', body: { ...ASKED, format: FORMAT } },
  { path: '/api/chat', body: { ...ASKED, format: FORMAT, stream: false } },
  { path: '/api/generate', body: { ...PROMPTED, format: FORMAT } },
  { path: '/api/generate', body: { ...PROMPTED, format: FORMAT, stream: false } },
  { path: '/api/chat', body: { ...ASKED, model: 'no-such' } },
  { path: '/api/generate', body: { ...PROMPTED, model: 'no-such' } },
  { path: '/api/chat', body: { ...ASKED, think: true } },
  { path: '/api/chat', body: { ...ASKED, keep_alive: '5' } },
  { path: '/api/chat', body: { ...ASKED, options: { temperature: 'hot' } } },
  { path: '/api/chat', body: { ...ASKED, options: { num_ctx: 'big' } } },
  { path: '/api/chat', body: { messages: [] } },
  { path: '/api/chat', body: '' },
  { path: '/api/chat', body: { model: MODEL, messages: [], keep_alive: 0 } },
  { path: '/api/generate', body: { model: MODEL, keep_alive: 0 } },
];

const note = REAL_OLLAMA_DIR === '' ? ' (not run: LECTRA_TEST_OLLAMA_DIR is not set)' : '';

describe.skipIf(REAL_OLLAMA_DIR === '')(`Beside a real server${note}`, () => {
  let real: RealOllama;
  beforeAll(async () => {
    real = await startRealOllama({ slots: 1 });
  });
  afterAll(() => real?.[Symbol.asyncDispose]());

  test.each(PROBES)('The stand-in answers $path $body with the same status, type, keys and errors', async (probe) => {
    const model = OLLAMA_MODELS.slice(0, 1).map((one) => ({ ...one, name: withTag(MODEL) }));
    await using standIn = await startOllama({ ledger: createCallLedger(), models: model });
    if (probe.path === '/api/ps') await ask(standIn.url, { path: '/api/chat', body: { model: MODEL } });
    expect(await ask(standIn.url, probe)).toEqual(await ask(real.url, probe));
  });
});

async function ask(url: string, { path, body, host }: Probe): Promise<Record<string, unknown>> {
  const outgoing = request(`${url}${path}`, { method: body === undefined ? 'GET' : 'POST' });
  if (host !== undefined) outgoing.setHeader('Host', host);
  const arrived = Promise.withResolvers<Record<string, unknown>>();
  outgoing.once('error', arrived.reject);
  outgoing.once('response', (incoming) => {
    text(incoming).then((received) => {
      const lines = received.split('\n').filter((line) => line !== '');
      arrived.resolve({
        status: incoming.statusCode,
        contentType: incoming.headers['content-type'],
        first: shapeOf(lines[0] ?? ''),
        last: shapeOf(lines.at(-1) ?? ''),
      });
    }, arrived.reject);
  });
  outgoing.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body));
  return await arrived.promise;
}

/** The keys and types of a JSON text, with the text of an error; any other text as it is. */
function shapeOf(line: string): unknown {
  if (!line.startsWith('{')) return line;
  return JSON.parse(line, (key, value: unknown) => {
    if (key === 'error' || key === 'done_reason' || key === 'done') return value;
    // What a model is made of differs from model to model.
    if (key === 'model_info' || key === 'tensors' || key === 'capabilities' || key === 'license') return undefined;
    if (Array.isArray(value)) return value.slice(0, 1);
    return typeof value === 'object' ? value : typeof value;
  });
}
