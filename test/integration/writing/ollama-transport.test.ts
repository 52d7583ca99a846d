import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ErrorCode } from '../../../src/contract/error-codes.ts';
import { createModelAgent, type ModelAgentInput } from '../../../src/writing/model-agent.ts';
import { createOllamaTransport } from '../../../src/writing/ollama/create-ollama-transport.ts';
import { createCallLedger } from '../../services/call-ledger.ts';
import { listFaults } from '../../services/fault-script.ts';
import type { GenerationRequest } from '../../services/ollama/generation-request.ts';
import type { OllamaFault } from '../../services/ollama/ollama-fault.ts';
import { OLLAMA_MODELS, showBodyOf } from '../../services/ollama/ollama-model.ts';
import { type OllamaOptions, startOllama } from '../../services/ollama/start-ollama.ts';
import { somePort } from '../../services/some-port.ts';
import { SPEED_PROFILES } from '../../services/speed-profile.ts';
import { startLocalServer } from '../../services/start-local-server.ts';
import { failureOf } from './failure-of.ts';
import { cutBytes, LASTING, questionOf } from './model-questions.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function connect(url: string, agentInput: Partial<ModelAgentInput> = {}, contextTokens = 8_192) {
  const agent = createModelAgent({ connections: 6, ...agentInput });
  const transport = createOllamaTransport({ url: new URL(url), agent, contextTokens, now: Date.now });
  return { agent, ask: transport.ask };
}

async function start(options: Omit<OllamaOptions, 'ledger'> = {}, agentInput: Partial<ModelAgentInput> = {}) {
  const ledger = createCallLedger();
  const heard: GenerationRequest[] = [];
  const standIn = await startOllama({
    ledger,
    ...options,
    answer: (request) => {
      heard.push(request);
      return options.answer?.(request);
    },
  });
  const { agent, ask } = connect(standIn.url, agentInput, 8_192);
  const close = async () => {
    await agent[Symbol.asyncDispose]();
    await standIn[Symbol.asyncDispose]();
  };
  return { ledger, heard, standIn, agent, ask, [Symbol.asyncDispose]: close };
}

/** A server that answers `/api/chat` as given and knows the model otherwise. */
async function startBare(answer: (write: (bytes: string | Uint8Array) => void, end: () => void) => void) {
  return await startLocalServer((request, response) => {
    request.resume();
    if (request.url === '/api/show') {
      const [model = raise()] = OLLAMA_MODELS;
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(showBodyOf(model)));
      return;
    }
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
    answer(
      (bytes) => response.write(bytes),
      () => response.end(),
    );
  });
}

function raise(): never {
  throw new RangeError('The stand-in has no model.');
}

const line = (content: string, more: Record<string, unknown> = {}) =>
  `${JSON.stringify({ message: { role: 'assistant', content }, done: false, ...more })}\n`;
const LAST = line('', { done: true, done_reason: 'stop', prompt_eval_count: 12, eval_count: 5 });

describe('an answer', () => {
  test('comes whole, with its tokens and the connection that was opened for it', async () => {
    await using service = await start({ answer: () => ({ title: 'गंगा', body: 'It flows east.' }) });
    expect(await service.ask(questionOf(), LASTING)).toEqual({
      text: '{"title":"गंगा","body":"It flows east."}',
      finish: 'stop',
      promptTokens: expect.any(Number),
      answerTokens: expect.any(Number),
      connections: 1,
    });
    expect(service.heard[0]).toMatchObject({
      think: false,
      truncate: false,
      shift: false,
      stream: true,
      keepAliveMs: 600_000,
      options: { num_ctx: 8_192, temperature: 0.4, seed: 7, num_predict: 400 },
      format: { required: ['title', 'body'] },
    });
  });

  test('that reaches its limit says so, since it is no whole JSON', async () => {
    await using service = await start({ answer: () => 'word '.repeat(50) });
    const answer = await service.ask(questionOf({ maxAnswerTokens: 9 }), LASTING);
    expect(answer).toMatchObject({ finish: 'length', answerTokens: 9 });
  });

  test('without a word is empty and no error, since whoever asked judges texts', async () => {
    await using service = await start({ faults: listFaults<OllamaFault>(['empty-200']) });
    expect(await service.ask(questionOf(), LASTING)).toMatchObject({ text: '', finish: 'stop' });
  });

  test('of a model that always thinks comes after little thought and with room for it', async () => {
    await using service = await start({ answer: () => ({ title: 'Ganges', body: 'East.' }) });
    const answer = await service.ask(questionOf({ model: 'gpt-oss:20b' }), LASTING);
    expect(answer.text).toBe('{"title":"Ganges","body":"East."}');
    expect(service.heard[0]).toMatchObject({ think: 'low', options: { num_predict: 1_424 } });
  });

  test('of a model that was trained on less asks for no more context than that', async () => {
    const [llama = raise()] = OLLAMA_MODELS;
    await using service = await start({ models: [{ ...llama, contextTokens: 4_096 }] });
    await service.ask(questionOf(), LASTING);
    expect(service.heard[0]?.options).toMatchObject({ num_ctx: 4_096 });
  });

  test('cut into pieces of any length, within lines and letters, is the same', async () => {
    const lines = [line('{"title":"ग'), line('ंगा — 河 🏞️"'), '\r\n', line(',"body":"x"}'), LAST].join('');
    for (const length of [1, 2, 3, 7, 1_000]) {
      await using server = await startBare((write, end) => {
        for (const piece of cutBytes(new TextEncoder().encode(lines), length)) write(piece);
        end();
      });
      const { agent, ask } = connect(server.url);
      await using _ = agent;
      const answer = await ask(questionOf(), LASTING);
      expect(answer).toMatchObject({ text: '{"title":"गंगा — 河 🏞️","body":"x"}', promptTokens: 12, answerTokens: 5 });
    }
  });

  test('prints nothing, whatever the server sends', async () => {
    const spies = (['log', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
    await using server = await startBare((write, end) => {
      write(`${line('{')}\n\n{not json}\n${LAST}`);
      end();
    });
    const { agent, ask } = connect(server.url);
    await using _ = agent;
    expect(await failureOf(ask(questionOf(), LASTING))).toMatchObject({ code: 'PROVIDER_BAD_OUTPUT' });
    await using other = await startLocalServer((_request, response) => response.writeHead(500).end('broken'));
    expect(await failureOf(connect(other.url).ask(questionOf(), LASTING))).toMatchObject({ code: 'PROVIDER_FAILED' });
    expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
  });
});

describe('connections', () => {
  test('are as many as allowed for ten calls at once, and none is opened for the next ten', async () => {
    const speed = { ...SPEED_PROFILES.instant, ollama: { ...SPEED_PROFILES.instant.ollama, slots: 4 } };
    await using service = await start({ speed }, { connections: 6 });
    const askTen = () =>
      Promise.all(Array.from({ length: 10 }, (_, seed) => service.ask(questionOf({ seed }), LASTING)));
    const opened = (answers: readonly { readonly connections: number }[]) =>
      answers.reduce((sum, { connections }) => sum + connections, 0);
    expect(opened(await askTen())).toBe(6);
    expect(opened(await askTen())).toBe(0);
    expect(service.agent.counts().connections).toBe(6);
    expect(service.standIn.openConnections()).toBe(6);
  });

  test('are cut when the agent is disposed, so that no worker waits for a server at its end', async () => {
    const service = await start({ faults: listFaults<OllamaFault>(['never-answers']) });
    const asked = failureOf(service.ask(questionOf(), LASTING));
    await service.ledger.until((entries) => entries.some(({ operation }) => operation === 'chat'));
    await service.agent[Symbol.asyncDispose]();
    expect((await asked).code).toMatch(/^PROVIDER_/);
    await service[Symbol.asyncDispose]();
  });
});

describe('a fault', () => {
  test.each<[OllamaFault, ErrorCode]>([
    ['cut-stream', 'PROVIDER_BAD_OUTPUT'],
    ['connection-reset', 'PROVIDER_FAILED'],
    ['error-line', 'PROVIDER_FAILED'],
    ['status-500', 'PROVIDER_FAILED'],
    ['status-503', 'PROVIDER_FAILED'],
    ['model-swapped', 'MODEL_MISSING'],
  ])('%s is %s with a way out, and the next call succeeds', async (fault, code) => {
    await using service = await start({ faults: listFaults<OllamaFault>([fault]) });
    const error = await failureOf(service.ask(questionOf(), LASTING));
    expect(error).toMatchObject({ code, provider: 'Ollama' });
    expect(error.message).toMatch(/^Ollama at 127\.0\.0\.1:\d+ .*; .*\.$/);
    expect(await service.ask(questionOf(), LASTING)).toMatchObject({ finish: 'stop' });
  });

  test('before the head of an answer is PROVIDER_TIMED_OUT after its limit', async () => {
    await using service = await start(
      { faults: listFaults<OllamaFault>(['never-answers']) },
      { headersTimeoutMs: 200 },
    );
    expect(await failureOf(service.ask(questionOf(), LASTING))).toMatchObject({ code: 'PROVIDER_TIMED_OUT' });
    await service.ledger.until((entries) => entries.at(-1)?.outcome === 'cut');
  });

  test('within an answer that stands still is PROVIDER_TIMED_OUT after the stall limit', async () => {
    await using server = await startBare((write) => write(line('{"title":')));
    const { agent, ask } = connect(server.url, { stallMs: 200 });
    await using _ = agent;
    expect(await failureOf(ask(questionOf(), LASTING))).toMatchObject({ code: 'PROVIDER_TIMED_OUT' });
  });

  test('that is a prompt beyond the context is CONTEXT_EXCEEDED with both sizes and the setting', async () => {
    const [llama = raise()] = OLLAMA_MODELS;
    await using service = await start();
    const content = 'word '.repeat(9_000);
    const long = questionOf({ messages: [{ role: 'user', content }] });
    const error = await failureOf(service.ask(long, LASTING));
    expect(error.code).toBe('CONTEXT_EXCEEDED');
    expect(error.message).toMatch(/a question of 9\d{3,4} tokens|a question of 18\d{3} tokens/);
    expect(error.message).toContain('8192 tokens; raise LECTRA_CONTEXT_TOKENS');
    await using small = await start({ models: [{ ...llama, contextTokens: 2_048 }] });
    expect((await failureOf(small.ask(long, LASTING))).message).toContain('choose a model with a longer context');
  });

  test('of a model that is not there is MODEL_MISSING with its name', async () => {
    await using service = await start();
    const error = await failureOf(service.ask(questionOf({ model: 'mistral:7b' }), LASTING));
    expect(error).toMatchObject({ code: 'MODEL_MISSING', statusCode: 404 });
    expect(error.message).toContain('"mistral:7b"');
  });

  test.each([
    ['a page of HTML', 200, 'text/html', '<html>Welcome</html>'],
    ['a path that nobody knows', 404, 'text/plain', '404 page not found'],
    ['an error of another shape', 404, 'application/json', '{"error":{"code":404,"message":"File Not Found"}}'],
    ['a JSON that is no description', 200, 'application/json', 'ok'],
  ])(
    'of a server that is no Ollama (%s) is PROVIDER_UNSUITABLE and names the setting',
    async (_what, status, type, body) => {
      await using server = await startLocalServer((_request, response) =>
        response.writeHead(status, { 'Content-Type': type }).end(body),
      );
      const { agent, ask } = connect(server.url);
      await using _ = agent;
      const error = await failureOf(ask(questionOf(), LASTING));
      expect(error).toMatchObject({ code: 'PROVIDER_UNSUITABLE' });
      expect(error.message).toContain('OLLAMA_HOST');
    },
  );

  test('of a server that refuses the name it is called by says what to set there', async () => {
    await using server = await startLocalServer((_request, response) => response.writeHead(403).end());
    const { agent, ask } = connect(server.url);
    await using _ = agent;
    const error = await failureOf(ask(questionOf(), LASTING));
    expect(error).toMatchObject({ code: 'PROVIDER_REFUSED', statusCode: 403 });
    expect(error.message).toContain('OLLAMA_ORIGINS');
  });

  test('of a port where nobody listens is PROVIDER_UNREACHABLE', async () => {
    const { agent, ask } = connect(`http://127.0.0.1:${await somePort()}`);
    await using _ = agent;
    expect(await failureOf(ask(questionOf(), LASTING))).toMatchObject({ code: 'PROVIDER_UNREACHABLE' });
  });
});

describe('an abort', () => {
  test('before the head of the answer ends the call at the server and throws its own reason', async () => {
    await using service = await start({ faults: listFaults<OllamaFault>(['never-answers']) });
    const cancel = new AbortController();
    const reason = new Error('The user cancelled.');
    const asked = service.ask(questionOf(), cancel.signal);
    asked.catch(() => undefined);
    await service.ledger.until((entries) => entries.some(({ operation }) => operation === 'chat'));
    cancel.abort(reason);
    await expect(asked).rejects.toBe(reason);
    await service.ledger.until((entries) => entries.at(-1)?.outcome === 'cut');
    expect(service.ledger.entries().at(-1)).toMatchObject({ operation: 'chat', outcome: 'cut' });
  });

  test('in the midst of the answer does the same, and the slot serves the next call', async () => {
    const cancel = new AbortController();
    const reason = new Error('The user cancelled.');
    const gone = Promise.withResolvers<void>();
    await using server = await startLocalServer((request, response) => {
      request.resume();
      if (request.url === '/api/show') {
        response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
        return;
      }
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson' }).write(line('{"title":'));
      response.once('close', gone.resolve);
      cancel.abort(reason);
    });
    const { agent, ask } = connect(server.url);
    await using _ = agent;
    await expect(ask(questionOf(), cancel.signal)).rejects.toBe(reason);
    await gone.promise;
  });

  test('before the call sends nothing', async () => {
    await using service = await start();
    const reason = new Error('Too late.');
    await expect(service.ask(questionOf(), AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(service.ledger.entries()).toEqual([]);
  });
});
