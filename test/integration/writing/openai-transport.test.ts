import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../src/contract/error-codes.ts';
import { createModelAgent, type ModelAgentInput } from '../../../src/writing/model-agent.ts';
import {
  createOpenAiTransport,
  type OpenAiTransportInput,
} from '../../../src/writing/openai/create-openai-transport.ts';
import { prepareOpenAiModel } from '../../../src/writing/openai/prepare-openai-model.ts';
import { createCallLedger } from '../../services/call-ledger.ts';
import { listFaults } from '../../services/fault-script.ts';
import type { OpenAiFault } from '../../services/openai/openai-fault.ts';
import { OpenAiRefusal } from '../../services/openai/openai-refusal.ts';
import { OPENAI_MODEL, type OpenAiOptions, startOpenAi } from '../../services/openai/start-openai.ts';
import { STRICT_SERVERS } from '../../services/openai/strict-servers.ts';
import { somePort } from '../../services/some-port.ts';
import { startLocalServer } from '../../services/start-local-server.ts';
import { failureOf } from './failure-of.ts';
import { cutBytes, LASTING, questionOf } from './model-questions.ts';

const KEY = 'sk-a-key-that-nobody-may-see';
const QUESTION = questionOf({ model: OPENAI_MODEL });
const ANY = { model: null, mayPull: false };

function doorTo(url: string, agentInput: Partial<ModelAgentInput> = {}, key: string | null = null) {
  const agent = createModelAgent({ connections: 6, ...agentInput });
  const door: OpenAiTransportInput = { baseUrl: new URL(url), key, agent, now: Date.now, contextTokens: 8_192 };
  return { door, [Symbol.asyncDispose]: () => agent[Symbol.asyncDispose]() };
}

async function start(options: Omit<OpenAiOptions, 'ledger' | 'heard'> = {}, agentInput: Partial<ModelAgentInput> = {}) {
  const ledger = createCallLedger();
  const heard: Readonly<Record<string, unknown>>[] = [];
  const standIn = await startOpenAi({ ledger, heard: (body) => heard.push(body), ...options });
  const near = doorTo(standIn.url, agentInput, options.key ?? null);
  const close = async () => {
    await near[Symbol.asyncDispose]();
    await standIn[Symbol.asyncDispose]();
  };
  const { ask } = createOpenAiTransport(near.door);
  return { ledger, heard, standIn, door: near.door, ask, [Symbol.asyncDispose]: close };
}

/** A server that answers every path with these bytes, in pieces. */
async function startBare(pieces: readonly (string | Uint8Array)[], contentType = 'text/event-stream') {
  return await startLocalServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'Content-Type': contentType });
    for (const piece of pieces) response.write(piece);
    response.end();
  });
}

describe('an answer', () => {
  test('comes whole, with its tokens and the connection that was opened for it', async () => {
    await using service = await start({ answer: () => ({ title: 'गंगा', body: 'It flows east.' }) });
    expect(await service.ask(QUESTION, LASTING)).toEqual({
      text: '{"title":"गंगा","body":"It flows east."}',
      finish: 'stop',
      promptTokens: 26,
      answerTokens: 21,
      connections: 1,
    });
  });

  test.each(['', '/', '/v1', '/v1/'])('comes from a base address that ends in "%s"', async (end) => {
    await using service = await start();
    await using near = doorTo(`${service.standIn.url}${end}`);
    expect(await createOpenAiTransport(near.door).ask(QUESTION, LASTING)).toMatchObject({ finish: 'stop' });
  });

  test('that reaches its limit says so, since it is no whole JSON', async () => {
    await using service = await start({ answer: () => 'word '.repeat(50) });
    const answer = await service.ask({ ...QUESTION, maxAnswerTokens: 9 }, LASTING);
    expect(answer).toMatchObject({ finish: 'length', answerTokens: 9 });
  });

  test('without a word is empty and no error, since whoever asked judges texts', async () => {
    await using service = await start({ faults: listFaults<OpenAiFault>(['empty-200']) });
    expect(await service.ask(QUESTION, LASTING)).toMatchObject({ text: '', finish: 'stop' });
  });

  test('cut into pieces of any length, with comments and any line ends, is the same', async () => {
    const events = [
      ': keep-alive\r\n\r\n',
      'data: {"choices":[{"delta":{"role":"assistant","content":null}}]}\r\n\r\n',
      'data: {"choices":[{"delta":{"content":"{\\"title\\":\\"गंगा — 河"}}]}\n\n',
      'data: {"choices":[{"delta":{"content":" 🏞️\\"}"},"finish_reason":null}]}\r\r',
      'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n',
      'data: {"choices":[],"usage":{"prompt_tokens":12,"completion_tokens":5}}\n\ndata: [DONE]\n\n',
    ].join('');
    for (const length of [1, 2, 3, 7, 1_000]) {
      await using server = await startBare(cutBytes(new TextEncoder().encode(events), length));
      await using near = doorTo(server.url);
      expect(await createOpenAiTransport(near.door).ask(QUESTION, LASTING)).toMatchObject({
        text: '{"title":"गंगा — 河 🏞️"}',
        promptTokens: 12,
        answerTokens: 5,
      });
    }
  });
});

test('Ten calls at once open as many connections as allowed, and the next ten open none', async () => {
  await using service = await start({}, { connections: 6 });
  const askTen = () =>
    Promise.all(Array.from({ length: 10 }, (_, seed) => service.ask({ ...QUESTION, seed }, LASTING)));
  const opened = (answers: readonly { readonly connections: number }[]) =>
    answers.reduce((sum, { connections }) => sum + connections, 0);
  expect(opened(await askTen())).toBe(6);
  expect(opened(await askTen())).toBe(0);
  expect(service.standIn.openConnections()).toBe(6);
});

describe('a server that is strict', () => {
  test.each(Object.entries(STRICT_SERVERS))(
    'such as %s is asked as it takes it, and at once the next time',
    async (_who, refuse) => {
      await using service = await start({ refuse });
      expect(await service.ask(QUESTION, LASTING)).toMatchObject({ finish: 'stop', connections: 1 });
      const tries = service.heard.length;
      expect(tries).toBeGreaterThan(1);
      expect(await service.ask(QUESTION, LASTING)).toMatchObject({ finish: 'stop', connections: 0 });
      expect(service.heard).toHaveLength(tries + 1);
      const last = service.heard.at(-1);
      expect(last).toMatchObject({ response_format: { type: 'json_schema' }, stream: true });
      expect(last?.max_tokens ?? last?.max_completion_tokens).toBe(400);
    },
  );

  test('leaves out nothing that the server takes', async () => {
    await using service = await start({ refuse: STRICT_SERVERS['vLLM with a tokenizer of Mistral'] });
    await service.ask(QUESTION, LASTING);
    expect(service.heard.at(-1)).toMatchObject({
      temperature: 0.4,
      seed: 7,
      reasoning_effort: 'none',
      max_tokens: 400,
    });
    expect(service.heard.at(-1)).not.toHaveProperty('chat_template_kwargs');
  });

  test('is told apart from one that refuses for good, which is asked once', async () => {
    const refuse = () => new OpenAiRefusal(400, 'BadRequestError', 'The chat is not to my taste.');
    await using service = await start({ refuse });
    const error = await failureOf(service.ask(QUESTION, LASTING));
    expect(error).toMatchObject({ code: 'PROVIDER_REFUSED' });
    expect(error.message).toContain('not to my taste');
    expect(service.heard).toHaveLength(1);
  });

  test('may refuse everything, which ends', async () => {
    const refuse = (body: Readonly<Record<string, unknown>>) =>
      new OpenAiRefusal(422, 'BadRequestError', `No ${Object.keys(body).join(', ')}, nor max_completion_tokens.`);
    await using service = await start({ refuse });
    expect(await failureOf(service.ask(QUESTION, LASTING))).toMatchObject({ code: 'PROVIDER_UNSUITABLE' });
    expect(service.heard).toHaveLength(3);
  });
});

describe('a model that thinks', () => {
  const RIVER = { title: 'Ganga', body: 'It flows east.' };
  const PLACES = ['reasoning_content', 'reasoning', 'content', 'content-opened', 'nowhere'] as const;
  // Where the prompt opens the thoughts, nothing tells a thought that is cut from a text that is.
  const MARKED = PLACES.filter((place) => place !== 'content-opened');

  test('is told not to, in both ways that servers know', async () => {
    await using service = await start({
      thinking: { always: false, tokens: 900, in: 'reasoning_content' },
      answer: () => RIVER,
    });
    expect(await service.ask(QUESTION, LASTING)).toMatchObject({ text: JSON.stringify(RIVER) });
    expect(service.heard).toMatchObject([
      { chat_template_kwargs: { enable_thinking: false }, reasoning_effort: 'none', max_tokens: 400 },
    ]);
  });

  test.each(PLACES)('all the same, in %s, leaves no thought in the answer', async (place) => {
    await using service = await start({ thinking: { always: true, tokens: 30, in: place }, answer: () => RIVER });
    const { text } = await service.ask(QUESTION, LASTING);
    expect(JSON.parse(text)).toEqual(RIVER);
  });

  test.each(MARKED)(
    'all the same, in %s, and spends its answer on it gets room, at once from then on',
    async (place) => {
      await using service = await start({ thinking: { always: true, tokens: 900, in: place }, answer: () => RIVER });
      const first = await service.ask(QUESTION, LASTING);
      expect(JSON.parse(first.text)).toEqual(RIVER);
      expect(service.heard).toMatchObject([
        { max_tokens: 400, reasoning_effort: 'none' },
        { max_tokens: 2_448, reasoning_effort: 'low' },
      ]);
      // What was thought in vain was paid for, too.
      expect(first.answerTokens).toBeGreaterThan(1_300);
      expect(JSON.parse((await service.ask(QUESTION, LASTING)).text)).toEqual(RIVER);
      expect(service.heard).toHaveLength(3);
    },
  );

  test.each(MARKED)('without an end, in %s, is one clear error and no empty answer', async (place) => {
    await using service = await start({ thinking: { always: true, tokens: 9_000, in: place } });
    const error = await failureOf(service.ask(QUESTION, LASTING));
    expect(error).toMatchObject({ code: 'PROVIDER_BAD_OUTPUT' });
    expect(error.message).toMatch(
      /^The OpenAI-compatible server at 127\.0\.0\.1:\d+ let the model ".*" spend all 2448 tokens of its answer on thinking and wrote no text; switch its thinking off where the server is started, or choose a model that does not think\.$/,
    );
    expect(service.heard).toHaveLength(2);
  });

  test('gets no more room than the context has beside the prompt, since servers refuse a limit beyond it', async () => {
    await using service = await start({ thinking: { always: true, tokens: 2_000, in: 'reasoning' } });
    await using near = doorTo(service.standIn.url);
    const { ask } = createOpenAiTransport({ ...near.door, contextTokens: 1_000 });
    expect(await failureOf(ask(QUESTION, LASTING))).toMatchObject({ code: 'PROVIDER_BAD_OUTPUT' });
    const { max_tokens: most } = service.heard.at(-1) ?? {};
    expect(most).toBeGreaterThan(900);
    expect(most).toBeLessThan(1_000);
  });

  test('and wrote its answer as a thought has written none', async () => {
    await using server = await startBare([
      'data: {"choices":[{"delta":{"reasoning_content":"{\\"title\\":\\"x\\"}"}}]}\n\n',
      'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
    ]);
    await using near = doorTo(server.url);
    const error = await failureOf(createOpenAiTransport(near.door).ask(QUESTION, LASTING));
    expect(error).toMatchObject({ code: 'PROVIDER_BAD_OUTPUT' });
    expect(error.message).toContain('spend its whole answer on thinking');
  });
});

test('A server that hangs up after each stream, as llama-server does, costs connections and no answer', async () => {
  await using service = await start({ hangsUp: true }, { connections: 10 });
  const calls = Array.from({ length: 200 }, (_, seed) => service.ask({ ...QUESTION, seed }, LASTING));
  expect(new Set((await Promise.all(calls)).map(({ finish }) => finish))).toEqual(new Set(['stop']));
});

describe('a fault', () => {
  test.each<[OpenAiFault, ErrorCode]>([
    ['cut-stream', 'PROVIDER_BAD_OUTPUT'],
    ['connection-reset', 'PROVIDER_FAILED'],
    ['error-event', 'PROVIDER_FAILED'],
    ['status-500', 'PROVIDER_FAILED'],
    ['status-503', 'PROVIDER_FAILED'],
    ['status-429', 'PROVIDER_RATE_LIMITED'],
    ['no-json-schema', 'PROVIDER_UNSUITABLE'],
  ])('%s is %s with a way out, and the next call succeeds', async (fault, code) => {
    await using service = await start({ faults: listFaults<OpenAiFault>([fault]) });
    const error = await failureOf(service.ask(QUESTION, LASTING));
    expect(error).toMatchObject({ code, retryAfterMs: fault === 'status-429' ? 2_000 : null });
    expect(error.message).toMatch(/^The OpenAI-compatible server at 127\.0\.0\.1:\d+ .*; .*\.$/);
    expect(await service.ask(QUESTION, LASTING)).toMatchObject({ finish: 'stop' });
  });

  test('before the head of an answer, and within one that stands still, is PROVIDER_TIMED_OUT', async () => {
    await using service = await start(
      { faults: listFaults<OpenAiFault>(['never-answers']) },
      { headersTimeoutMs: 200 },
    );
    expect(await failureOf(service.ask(QUESTION, LASTING))).toMatchObject({ code: 'PROVIDER_TIMED_OUT' });
    await using server = await startLocalServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: {"choices":[]}\n\n');
    });
    await using near = doorTo(server.url, { stallMs: 200 });
    const error = await failureOf(createOpenAiTransport(near.door).ask(QUESTION, LASTING));
    expect(error).toMatchObject({ code: 'PROVIDER_TIMED_OUT' });
  });

  test('that is a prompt beyond the context is CONTEXT_EXCEEDED with both sizes', async () => {
    await using service = await start({ contextTokens: 20 });
    const error = await failureOf(service.ask(QUESTION, LASTING));
    expect(error).toMatchObject({ code: 'CONTEXT_EXCEEDED' });
    expect(error.message).toContain('a question of 26 tokens, which is too long for its context of 20 tokens');
  });

  test('of a key shows the key nowhere, though the server told it again', async () => {
    await using service = await start({ key: 'sk-another-key' });
    await using near = doorTo(service.standIn.url, {}, KEY);
    const error = await failureOf(createOpenAiTransport(near.door).ask(QUESTION, LASTING));
    expect(error).toMatchObject({ code: 'PROVIDER_REFUSED', statusCode: 401 });
    expect(error.message).toContain('Incorrect API key provided');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(KEY);
    await using own = await start({ key: KEY });
    expect(await own.ask(QUESTION, LASTING)).toMatchObject({ finish: 'stop' });
  });

  test('of a model that is not there is MODEL_MISSING with its name', async () => {
    await using service = await start();
    const error = await failureOf(service.ask({ ...QUESTION, model: 'gpt-x' }, LASTING));
    expect(error).toMatchObject({ code: 'MODEL_MISSING' });
    expect(error.message).toContain('"gpt-x"');
  });

  test.each([
    ['a page of HTML', '<html>Welcome</html>', 'text/html', 'PROVIDER_UNSUITABLE'],
    ['an answer without a stream', '{"choices":[]}', 'application/json', 'PROVIDER_UNSUITABLE'],
    ['an error under status 200', '{"error":"Model unloaded."}', 'application/json', 'PROVIDER_FAILED'],
    ['an event that is no JSON', 'data: hello\n\n', 'text/event-stream', 'PROVIDER_BAD_OUTPUT'],
    ['lines that are no events', 'hello\n\n', 'text/event-stream', 'PROVIDER_BAD_OUTPUT'],
    [
      'a context error within the stream',
      'event: error\ndata: {"error":{"message":"The number of tokens to keep from the initial prompt is greater than the context length"}}\n\n',
      'text/event-stream',
      'CONTEXT_EXCEEDED',
    ],
    [
      'an end without [DONE]',
      'data: {"choices":[{"delta":{"content":"x"},"finish_reason":"stop"}]}\n\n',
      'text/event-stream',
      'PROVIDER_BAD_OUTPUT',
    ],
    [
      'a filter',
      'data: {"choices":[{"delta":{},"finish_reason":"content_filter"}]}\n\ndata: [DONE]\n\n',
      'text/event-stream',
      'PROVIDER_BAD_OUTPUT',
    ],
  ])('of %s is named', async (_what, body, contentType, code) => {
    await using server = await startBare([body], contentType);
    await using near = doorTo(server.url);
    expect(await failureOf(createOpenAiTransport(near.door).ask(QUESTION, LASTING))).toMatchObject({ code });
  });
});

test('An abort before the head of the answer ends the call at the server and throws its own reason', async () => {
  await using service = await start({ faults: listFaults<OpenAiFault>(['never-answers']) });
  const cancel = new AbortController();
  const reason = new Error('The user cancelled.');
  const asked = service.ask(QUESTION, cancel.signal);
  asked.catch(() => undefined);
  await service.ledger.until((entries) => entries.length === 1);
  cancel.abort(reason);
  await expect(asked).rejects.toBe(reason);
  await service.ledger.until((entries) => entries[0]?.outcome === 'cut');
});

test('An abort in the midst of the answer does the same', async () => {
  const cancel = new AbortController();
  const reason = new Error('The user cancelled.');
  const gone = Promise.withResolvers<void>();
  await using server = await startLocalServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write('data: {"choices":[{"delta":{"content":"x"}}]}\n\n');
    response.once('close', gone.resolve);
    cancel.abort(reason);
  });
  await using near = doorTo(server.url);
  await expect(createOpenAiTransport(near.door).ask(QUESTION, cancel.signal)).rejects.toBe(reason);
  await gone.promise;
});

describe('the model', () => {
  test('is the wanted one, else the first that writes', async () => {
    await using service = await start({ models: ['text-embedding-nomic-v1.5', 'qwen3-8b', 'gemma-3'] });
    const prepare = (model: string | null) => prepareOpenAiModel(service.door, { model, mayPull: false }, LASTING);
    expect(await prepare(null)).toEqual({ model: 'qwen3-8b', digest: null, warnings: [] });
    expect(await prepare('gemma-3')).toMatchObject({ model: 'gemma-3' });
  });

  test('that is not there is MODEL_MISSING, which names those that are', async () => {
    await using service = await start({ models: ['qwen3-8b'] });
    const error = await failureOf(prepareOpenAiModel(service.door, { model: 'llama3', mayPull: true }, LASTING));
    expect(error).toMatchObject({ code: 'MODEL_MISSING' });
    expect(error.message).toContain('has no model "llama3": it has "qwen3-8b"');
    await using empty = await start({ models: [] });
    expect((await failureOf(prepareOpenAiModel(empty.door, ANY, LASTING))).message).toContain('it has none');
  });

  test('is a fault where nobody listens, since somebody named that address, and where somebody else does', async () => {
    await using nobody = doorTo(`http://127.0.0.1:${await somePort()}`);
    expect(await failureOf(prepareOpenAiModel(nobody.door, ANY, LASTING))).toMatchObject({
      code: 'PROVIDER_UNREACHABLE',
    });
    await using server = await startLocalServer((_request, response) => response.writeHead(404).end('not here'));
    await using other = doorTo(server.url);
    const error = await failureOf(prepareOpenAiModel(other.door, ANY, LASTING));
    expect(error).toMatchObject({ code: 'PROVIDER_UNSUITABLE' });
    expect(error.message).toContain('LECTRA_OPENAI_URL');
    await using page = await startBare(['<html>'], 'text/html');
    await using third = doorTo(page.url);
    expect(await failureOf(prepareOpenAiModel(third.door, ANY, LASTING))).toMatchObject({
      code: 'PROVIDER_BAD_OUTPUT',
    });
  });
});
