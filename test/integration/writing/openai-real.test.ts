import { describe, expect, test } from 'vitest';
import { createModelAgent } from '../../../src/writing/model-agent.ts';
import { FIRST_MANNERS, writeRequest } from '../../../src/writing/openai/asking-manners.ts';
import { createOpenAiTransport } from '../../../src/writing/openai/create-openai-transport.ts';
import { prepareOpenAiModel } from '../../../src/writing/openai/prepare-openai-model.ts';
import { sendOpenAi } from '../../../src/writing/openai/send-openai.ts';
import { type RealOllama, TINY_MODEL } from '../../services/ollama/start-real-ollama.ts';
import { shapesOf, shortened } from './answer-shapes.ts';
import { failureOf } from './failure-of.ts';
import { LASTING } from './model-questions.ts';
import { HAS_REAL_SERVER, LONG_QUESTION, REAL_SERVER_NOTE, useRealServers } from './use-real-servers.ts';

/** Ollama speaks the protocol of OpenAI under `/v1`, too: https://docs.ollama.com/api/openai-compatibility. */
function openTransport(server: RealOllama) {
  const agent = createModelAgent({ connections: 40 });
  const door = { baseUrl: new URL('/v1', server.url), key: null, agent, now: Date.now, contextTokens: 4_096 };
  const transport = createOpenAiTransport(door);
  return { transport, door, agent, [Symbol.asyncDispose]: () => agent[Symbol.asyncDispose]() };
}

describe.skipIf(!HAS_REAL_SERVER)(`a real server of the OpenAI protocol with a tiny model${REAL_SERVER_NOTE}`, () => {
  const servers = useRealServers();

  test('obeys the shapes of outline, slides and tags in four calls of each at once', async () => {
    await using opened = openTransport(servers().wide);
    const shapes = shapesOf(4);
    const answers = await Promise.all(
      shapes.map(async ({ name, schema }, seed) => {
        const question = {
          ...LONG_QUESTION,
          schema: shortened(schema),
          schemaName: name,
          seed,
          maxAnswerTokens: 2_000,
        };
        const { finish, text } = await opened.transport.ask(question, LASTING);
        return { name, finish, text, issues: schema.safeParse(JSON.parse(text)).error?.issues ?? [] };
      }),
    );
    for (const { finish, issues, name, text } of answers) {
      expect({ name, finish, issues, text }).toEqual({ name, finish: 'stop', issues: [], text });
    }
  });

  test('lists its models, of which one is taken', async () => {
    await using opened = openTransport(servers().wide);
    const ready = await prepareOpenAiModel(opened.door, { model: null, mayPull: false }, LASTING);
    expect(ready.model).toContain(TINY_MODEL);
  });

  test('has no model of another name, which is MODEL_MISSING with the name', async () => {
    await using opened = openTransport(servers().wide);
    const error = await failureOf(opened.transport.ask({ ...LONG_QUESTION, model: 'huge' }, LASTING));
    expect(error).toMatchObject({ code: 'MODEL_MISSING' });
    expect(error.message).toContain('"huge"');
  });

  test('counts the tokens of prompt and answer, and says of one that reaches its limit that it is cut', async () => {
    await using opened = openTransport(servers().wide);
    const answer = await opened.transport.ask({ ...LONG_QUESTION, maxAnswerTokens: 20 }, LASTING);
    expect(answer).toMatchObject({ finish: 'length', answerTokens: 20 });
    expect(answer.promptTokens).toBeGreaterThan(5);
  });

  test('frees its only slot for the next call when an answer is aborted', async () => {
    await using opened = openTransport(servers().narrow);
    // The load of the model is no part of what is compared.
    await opened.transport.ask({ ...LONG_QUESTION, maxAnswerTokens: 10 }, LASTING);
    const startMs = performance.now();
    await opened.transport.ask(LONG_QUESTION, LASTING);
    const wholeMs = performance.now() - startMs;
    const leaving = new AbortController();
    const body = writeRequest({ ...LONG_QUESTION, maxAnswerTokens: 3_500 }, FIRST_MANNERS, 4_096);
    const { response } = await sendOpenAi(opened.door, { path: 'chat/completions', body }, leaving.signal);
    await response.body?.getReader().read();
    leaving.abort(new Error('left'));
    const abortedMs = performance.now();
    await opened.transport.ask({ ...LONG_QUESTION, maxAnswerTokens: 10 }, LASTING);
    // The answer that was cut had more than twice the tokens of the whole one before it.
    expect(performance.now() - abortedMs).toBeLessThan(wholeMs);
  });
});
