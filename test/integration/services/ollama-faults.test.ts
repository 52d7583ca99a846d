import { Ollama } from 'ollama';
import { expect, test } from 'vitest';
import { type CallLedger, createCallLedger } from '../../services/call-ledger.ts';
import { listFaults } from '../../services/fault-script.ts';
import type { OllamaFault } from '../../services/ollama/ollama-fault.ts';
import { type OllamaOptions, startOllama } from '../../services/ollama/start-ollama.ts';
import { postChat, postTo } from './ollama-calls.ts';

const FORMAT = {
  type: 'object',
  properties: { title: { type: 'string' }, body: { type: 'string' } },
  required: ['title', 'body'],
};

async function startWith(fault: OllamaFault, options: Omit<OllamaOptions, 'ledger' | 'faults'> = {}) {
  const ledger = createCallLedger();
  const standIn = await startOllama({ ledger, faults: listFaults([fault]), ...options });
  return { ledger, url: standIn.url, [Symbol.asyncDispose]: () => standIn[Symbol.asyncDispose]() };
}

async function expectThatItWorksAgain(service: { readonly url: string; readonly ledger: CallLedger }): Promise<void> {
  const reply = await postChat(service.url, 'Hello', { format: FORMAT });
  expect(JSON.parse(reply.content)).toHaveProperty('title');
  expect(reply.lines.at(-1)).toMatchObject({ done: true, done_reason: 'stop' });
  await service.ledger.until((entries) => entries.every((entry) => entry.outcome !== null));
}

test('empty-200 ends properly without a word', async () => {
  await using service = await startWith('empty-200');
  const reply = await postChat(service.url, 'Hello', { format: FORMAT });
  expect(reply).toMatchObject({ status: 200, content: '', lines: [{ done: true, done_reason: 'stop' }] });
  await expectThatItWorksAgain(service);
  expect(service.ledger.entries()).toMatchObject([
    { outcome: 'faulted', fault: 'empty-200' },
    { outcome: 'answered', fault: null },
  ]);
});

test('broken-json ends properly with a text that no parser takes', async () => {
  await using service = await startWith('broken-json');
  const reply = await postChat(service.url, 'Hello', { format: FORMAT });
  expect(reply.lines.at(-1)).toMatchObject({ done: true, done_reason: 'stop' });
  expect(() => JSON.parse(reply.content)).toThrow(SyntaxError);
  await expectThatItWorksAgain(service);
});

test('cut-stream ends the body in the middle, and the ollama package says so', async () => {
  await using service = await startWith('cut-stream');
  const client = new Ollama({ host: service.url });
  const messages = [{ role: 'user', content: 'Hello' }];
  const parts: string[] = [];
  const read = async () => {
    for await (const part of await client.chat({ model: 'llama3.1:8b', messages, stream: true })) {
      parts.push(part.message.content);
      expect(part.done).toBe(false);
    }
  };
  await expect(read()).rejects.toThrow('Did not receive done or success response in stream.');
  expect(parts.length).toBeGreaterThan(3);
  await expectThatItWorksAgain(service);
});

test('connection-reset cuts the socket after some tokens, and before any when there is no stream', async () => {
  await using streamed = await startWith('connection-reset');
  await expect(postChat(streamed.url, 'Hello')).rejects.toThrow('terminated');
  await expectThatItWorksAgain(streamed);
  expect(streamed.ledger.entries()[0]).toMatchObject({ outcome: 'faulted', fault: 'connection-reset' });
  await using whole = await startWith('connection-reset');
  await expect(postChat(whole.url, 'Hello', { stream: false })).rejects.toThrow('fetch failed');
  await expectThatItWorksAgain(whole);
});

test('error-line breaks an answer that began with status 200', async () => {
  await using service = await startWith('error-line');
  const reply = await postChat(service.url, 'Hello');
  expect(reply.status).toBe(200);
  expect(reply.content).not.toBe('');
  expect(reply.lines.at(-1)?.error).toContain('model runner has unexpectedly stopped');
  await expectThatItWorksAgain(service);
});

test.each([
  { fault: 'status-500', status: 500, error: 'llama runner process has terminated: exit status 2' },
  { fault: 'status-503', status: 503, error: 'server busy, please try again.  maximum pending requests exceeded' },
  { fault: 'model-swapped', status: 404, error: "model 'llama3.1:8b' not found" },
] as const)('$fault answers with status $status', async ({ fault, status, error }) => {
  await using service = await startWith(fault);
  const reply = await postChat(service.url, 'Hello');
  expect(reply).toMatchObject({ status, lines: [{ error }] });
  await expectThatItWorksAgain(service);
});

test('slow-first-token holds back the headers, then answers', async () => {
  await using service = await startWith('slow-first-token', { slowFirstTokenMs: 150 });
  const reply = await postChat(service.url, 'Hello');
  const last = reply.lines.at(-1);
  expect(last).toMatchObject({ done: true, done_reason: 'stop' });
  expect((last?.prompt_eval_duration ?? 0) / 1e6).toBeGreaterThan(100);
  await expectThatItWorksAgain(service);
});

test('repeated-text says one sentence again and again', async () => {
  await using service = await startWith('repeated-text');
  const { content } = await postChat(service.url, 'Hello');
  const sentences = content.split('. ');
  expect(sentences.length).toBeGreaterThan(30);
  expect(new Set(sentences.map((sentence) => sentence.replace(/\.$/, ''))).size).toBe(1);
  await expectThatItWorksAgain(service);
});

test('wrong-language answers in the language that was not asked for, even over a fixed answer', async () => {
  await using english = await startWith('wrong-language', { answer: () => 'The fixed answer.' });
  expect((await postChat(english.url, 'Write in English.')).content).toMatch(/^[\u0900-\u097f\s।]+$/u);
  await using hindi = await startWith('wrong-language');
  expect((await postChat(hindi.url, 'Write in Hindi.')).content).toMatch(/^[A-Za-z\s.]+$/);
});

test('wrong-language stays wrong when a repair quotes the answer that was wrong', async () => {
  const ledger = createCallLedger();
  await using standIn = await startOllama({ ledger, faults: listFaults(['wrong-language']) });
  const messages = [
    { role: 'user', content: 'Write in English.' },
    { role: 'assistant', content: 'यह एक वाक्य है।' },
    { role: 'user', content: 'Write it again: “यह एक वाक्य है।” is not in English.' },
  ];
  const answer = await new Ollama({ host: standIn.url }).chat({ model: 'llama3.1:8b', messages, stream: false });
  expect(answer.message.content).toMatch(/^[\u0900-\u097f\s।]+$/u);
});

test('never-answers waits until the client leaves, which the ledger calls a cut', async () => {
  await using service = await startWith('never-answers');
  const leave = new AbortController();
  const reply = postChat(service.url, 'Hello', {}, leave.signal);
  const refusal = expect(reply).rejects.toThrow('enough');
  await service.ledger.until((entries) => entries.length === 1);
  leave.abort(new Error('enough'));
  await refusal;
  await service.ledger.until((entries) => entries[0]?.outcome === 'cut');
  expect(service.ledger.entries()[0]?.fault).toBe('never-answers');
  await expectThatItWorksAgain(service);
});

test('Faults reach the other operations only when the test says so', async () => {
  await using calm = await startWith('status-500');
  expect((await postTo(`${calm.url}/api/show`, { model: 'llama3.1:8b' })).status).toBe(200);
  expect((await postChat(calm.url, 'Hello')).status).toBe(500);
  await using wild = await startWith('status-500', { faultyOperations: ['show'] });
  expect((await postTo(`${wild.url}/api/show`, { model: 'llama3.1:8b' })).status).toBe(500);
  await expectThatItWorksAgain(wild);
});
