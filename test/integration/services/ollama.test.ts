import { Ollama } from 'ollama';
import { fetch } from 'undici';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createCallLedger } from '../../services/call-ledger.ts';
import { type OllamaOptions, startOllama } from '../../services/ollama/start-ollama.ts';
import { postChat, postTo } from './ollama-calls.ts';

const MESSAGES = [{ role: 'user', content: 'Explain how a river shapes a valley.' }];

async function start(options: Omit<OllamaOptions, 'ledger'> = {}) {
  const ledger = createCallLedger();
  const standIn = await startOllama({ ledger, ...options });
  return { ledger, url: standIn.url, [Symbol.asyncDispose]: () => standIn[Symbol.asyncDispose]() };
}

test('The ollama package streams a chat: a line a token and the counts at the end', async () => {
  await using service = await start();
  const client = new Ollama({ host: service.url });
  const parts = await Array.fromAsync(await client.chat({ model: 'llama3.1:8b', messages: MESSAGES, stream: true }));
  const last = parts.at(-1);
  expect(parts.length).toBeGreaterThan(15);
  expect(parts.map((part) => part.message.content).join('')).toMatch(/^The .+\.$/);
  expect(last).toMatchObject({ done: true, done_reason: 'stop', message: { content: '' } });
  expect(last?.eval_count).toBe(parts.length);
  expect(last?.prompt_eval_count).toBeGreaterThan(5);
  expect(last?.eval_duration).toBeGreaterThan(0);
  expect(service.ledger.entries()).toMatchObject([
    { service: 'ollama', operation: 'chat', outcome: 'answered', fault: null },
  ]);
});

test('The ollama package reads lists, details, versions, loaded models and a download', async () => {
  await using service = await start({ models: [] });
  const client = new Ollama({ host: service.url });
  const progress = await Array.fromAsync(await client.pull({ model: 'llama3.1:8b', stream: true }));
  expect(progress.map((line) => line.status.replace(/ [0-9a-f]{12}$/, ' #'))).toEqual([
    'pulling manifest',
    ...Array.from({ length: 5 }, () => 'pulling #'),
    'verifying sha256 digest',
    'writing manifest',
    'success',
  ]);
  expect(progress.filter((line) => line.total > 0).map((line) => (line.completed ?? 0) / line.total)).toEqual([
    0, 0.25, 0.5, 0.75, 1,
  ]);
  expect((await client.list()).models.map((model) => model.name)).toEqual(['llama3.1:8b']);
  expect((await client.version()).version).toBe('0.33.0');
  const shown = await client.show({ model: 'llama3.1:8b' });
  expect(shown.capabilities).toContain('completion');
  expect(shown.model_info).toMatchObject({ 'llama.context_length': 131_072 });
  expect((await client.ps()).models).toEqual([]);
  await client.chat({ model: 'llama3.1:8b', messages: [], options: { num_ctx: 2048 } });
  expect((await client.ps()).models).toMatchObject([{ name: 'llama3.1:8b', context_length: 2048 }]);
  await client.chat({ model: 'llama3.1:8b', messages: [], keep_alive: 0 });
  expect((await client.ps()).models).toEqual([]);
  await expect(client.pull({ model: 'no-such', stream: false })).rejects.toThrow('file does not exist');
});

test('A schema becomes valid JSON, the same for the same request and another for another seed', async () => {
  await using service = await start();
  const Slide = z.strictObject({
    heading: z.string().max(40),
    layout: z.enum(['bullets', 'quote']),
    bullets: z.array(z.string().min(10).max(60)).min(2).max(4),
    pauseMs: z.int().min(100).max(900).nullable(),
  });
  const ask = (seed: number) =>
    postChat(service.url, 'One slide', { format: z.toJSONSchema(Slide), options: { seed }, stream: false });
  const [first, again, other] = [await ask(1), await ask(1), await ask(2)];
  Slide.parse(JSON.parse(first.content));
  Slide.parse(JSON.parse(other.content));
  expect(again.content).toBe(first.content);
  expect(other.content).not.toBe(first.content);
  const [one, two] = service.ledger.entries();
  expect(one?.about).toBe(two?.about);
});

test('The text is Hindi when the prompt asks for Hindi, and a fixed answer wins over it', async () => {
  await using service = await start({
    answer: ({ messages }) => (messages.at(-1)?.content === 'fixed' ? { title: 'Known' } : undefined),
  });
  const spoken = await postChat(service.url, 'Answer in Hindi.');
  expect(spoken.content).toMatch(/^[\u0900-\u097f\s।]+$/u);
  expect((await postChat(service.url, 'fixed')).content).toBe('{"title":"Known"}');
});

test('Thinking follows the rules of the model', async () => {
  await using service = await start();
  const ask = async (model: string, think: unknown, format?: unknown) => {
    const reply = await postChat(service.url, 'Hello', { model, think, format });
    const thoughts = reply.lines.map((line) => line.message?.thinking ?? '').join('');
    return { status: reply.status, hasThoughts: thoughts !== '', hasText: reply.content !== '' };
  };
  expect(await ask('llama3.1:8b', false)).toEqual({ status: 200, hasThoughts: false, hasText: true });
  expect(await ask('llama3.1:8b', true)).toMatchObject({ status: 400 });
  expect(await ask('qwen3:8b', undefined)).toEqual({ status: 200, hasThoughts: true, hasText: true });
  expect(await ask('qwen3:8b', false)).toEqual({ status: 200, hasThoughts: false, hasText: true });
  expect(await ask('gpt-oss:20b', false)).toEqual({ status: 200, hasThoughts: true, hasText: true });
  expect(await ask('gpt-oss:20b', false, 'json')).toEqual({ status: 200, hasThoughts: true, hasText: false });
});

test('A prompt beyond the context is refused when nothing may be lost, and cut when it may', async () => {
  await using service = await start();
  const long = 'river '.repeat(400);
  const options = { num_ctx: 256 };
  const strict = await postChat(service.url, long, { options, truncate: false, shift: false });
  expect(strict.status).toBe(400);
  expect(strict.lines[0]?.error).toMatch(/^request \(\d+ tokens\) exceeds the available context size \(256 tokens\)/);
  const loose = await postChat(service.url, long, { options });
  expect(loose.lines.at(-1)).toMatchObject({ done_reason: 'stop', prompt_eval_count: 256 });
  const short = await postChat(service.url, 'Hello', { options: { num_predict: 5 } });
  expect(short.lines.at(-1)).toMatchObject({ done_reason: 'length', eval_count: 5 });
  const full = await postChat(service.url, 'Hello', { options: { num_ctx: 16 }, truncate: false, shift: false });
  expect(full.lines.at(-1)).toMatchObject({ done_reason: 'length' });
});

test.each([
  { body: { model: 'gone', messages: MESSAGES }, status: 404, error: "model 'gone' not found" },
  { body: { messages: MESSAGES }, status: 400, error: 'model is required' },
  { body: { think: 'purple' }, status: 400, error: /^invalid think value: "purple"/ },
  { body: { keep_alive: '5' }, status: 400, error: 'time: missing unit in duration "5"' },
  { body: { options: { num_ctx: 'big' } }, status: 500, error: 'option "num_ctx" must be of type integer' },
  { body: { format: 'xml' }, status: 500, error: /^invalid format: / },
  { body: { format: { type: 'nothing' } }, status: 400, error: /"invalid_request_error"/ },
  { body: { format: { $ref: '#' } }, status: 400, error: /Error resolving ref #/ },
  { body: { format: { $ref: '#/$defs/gone' } }, status: 400, error: /Error resolving ref/ },
  { body: { format: { type: 'string', minLength: 2_001 } }, status: 400, error: /repetitions/ },
])('A bad request is refused as the server does: $error', async ({ body, status, error }) => {
  await using service = await start();
  const asked = 'messages' in body ? body : { model: 'llama3.1:8b', messages: MESSAGES, ...body };
  const reply = await postTo(`${service.url}/api/chat`, asked);
  expect(reply.status).toBe(status);
  expect(reply.lines[0]?.error).toMatch(error);
});

test('What is no request of the API is refused by the router', async () => {
  await using service = await start();
  const ask = async (path: string, init: { method?: string; body?: string } = {}) => {
    const response = await fetch(`${service.url}${path}`, init);
    return [response.status, await response.text()];
  };
  expect(await ask('/')).toEqual([200, 'Ollama is running']);
  expect(await ask('/api/nothing')).toEqual([404, '404 page not found']);
  expect(await ask('/api/chat')).toEqual([405, '405 method not allowed']);
  expect(await ask('/api/chat', { method: 'POST' })).toEqual([400, '{"error":"missing request body"}']);
  const garbled = await ask('/api/chat', { method: 'POST', body: '{bad' });
  expect(garbled[0]).toBe(400);
});
