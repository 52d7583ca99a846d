import { describe, expect, test } from 'vitest';
import { createModelAgent } from '../../../src/writing/model-agent.ts';
import { createOllamaTransport } from '../../../src/writing/ollama/create-ollama-transport.ts';
import { createOllamaClient } from '../../../src/writing/ollama/ollama-client.ts';
import { type RealOllama, TINY_MODEL } from '../../services/ollama/start-real-ollama.ts';
import { shapesOf, shortened } from './answer-shapes.ts';
import { LASTING } from './model-questions.ts';
import { HAS_REAL_SERVER, LONG_QUESTION, REAL_SERVER_NOTE, useRealServers } from './use-real-servers.ts';

/** Opens the transport to a server; whoever opens it closes it. */
function openTransport(server: RealOllama, contextTokens: number) {
  const agent = createModelAgent({ connections: 40 });
  const url = new URL(server.url);
  const transport = createOllamaTransport({ url, agent, contextTokens, now: Date.now });
  return { transport, agent, url, [Symbol.asyncDispose]: () => agent[Symbol.asyncDispose]() };
}

describe.skipIf(!HAS_REAL_SERVER)(`a real Ollama with a tiny model${REAL_SERVER_NOTE}`, () => {
  const servers = useRealServers();

  test.each([1, 4, 10])('obeys the shapes of outline, slides and tags in %s calls of each at once', async (count) => {
    await using opened = openTransport(servers().wide, 4_096);
    const shapes = shapesOf(count);
    const answers = await Promise.all(
      shapes.map(({ name, schema }, seed) =>
        opened.transport.ask(
          { ...LONG_QUESTION, schema: shortened(schema), schemaName: name, seed, maxAnswerTokens: 2_000 },
          LASTING,
        ),
      ),
    );
    for (const [index, { finish, text }] of answers.entries()) {
      const { name, schema } = shapes[index] ?? raise(`No shape ${index}.`);
      expect({ name, finish }).toEqual({ name, finish: 'stop' });
      const checked = schema.safeParse(JSON.parse(text));
      expect({ name, issues: checked.error?.issues ?? [], text }).toEqual({ name, issues: [], text });
    }
    expect(opened.agent.counts().connections).toBeLessThanOrEqual(shapes.length);
  });

  test('frees its only slot for the next call when a stream is aborted, and does not write on for nobody', async () => {
    await using opened = openTransport(servers().narrow, 4_096);
    // The load of the model is no part of what is compared.
    await opened.transport.ask({ ...LONG_QUESTION, maxAnswerTokens: 10 }, LASTING);
    const startMs = performance.now();
    await opened.transport.ask(LONG_QUESTION, LASTING);
    const wholeMs = performance.now() - startMs;

    const leaving = new AbortController();
    const client = createOllamaClient(opened.url, opened.agent, leaving.signal);
    const stream = await client.chat({
      model: TINY_MODEL,
      messages: [{ role: 'user', content: 'Colours?' }],
      stream: true,
      format: LONG_QUESTION.schema,
      think: false,
      options: { num_ctx: 4_096, num_predict: 3_500 },
    });
    const next = (async () => {
      for await (const _part of stream) {
        leaving.abort(new Error('left'));
        const abortedMs = performance.now();
        await opened.transport.ask({ ...LONG_QUESTION, maxAnswerTokens: 10 }, LASTING);
        return performance.now() - abortedMs;
      }
      throw new Error('The stream had no part.');
    })();
    // The stream that was cut had more than twice the tokens of the whole one before it.
    expect(await next).toBeLessThan(wholeMs);
  });

  test('leaves a call that waits for the slot at an abort, with its reason', async () => {
    await using opened = openTransport(servers().narrow, 4_096);
    const first = opened.transport.ask(LONG_QUESTION, LASTING);
    const reason = new Error('left');
    const leaving = new AbortController();
    const second = opened.transport.ask(LONG_QUESTION, leaving.signal);
    leaving.abort(reason);
    await expect(second).rejects.toBe(reason);
    expect(await first).toMatchObject({ finish: 'length' });
  });

  test('refuses a prompt that is longer than the context with both ways out, and cuts nothing in silence', async () => {
    await using opened = openTransport(servers().narrow, 2_048);
    const messages = [{ role: 'user' as const, content: 'A river runs to the sea. '.repeat(600) }];
    await expect(opened.transport.ask({ ...LONG_QUESTION, messages }, LASTING)).rejects.toMatchObject({
      code: 'CONTEXT_EXCEEDED',
      message: expect.stringContaining('LECTRA_CONTEXT_TOKENS'),
    });
  });

  test('says of an answer that reaches its limit that it is cut', async () => {
    await using opened = openTransport(servers().narrow, 4_096);
    expect(await opened.transport.ask({ ...LONG_QUESTION, maxAnswerTokens: 20 }, LASTING)).toMatchObject({
      finish: 'length',
      answerTokens: 20,
    });
  });
});

function raise(message: string): never {
  throw new Error(message);
}
