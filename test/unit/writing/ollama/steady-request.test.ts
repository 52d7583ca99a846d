import { expect, test } from 'vitest';
import { steadyRequest } from '../../../../src/writing/ollama/steady-request.ts';

test('steadyRequest holds everything that would load a model anew, and nothing else', () => {
  const facts = { think: false, trainedContextTokens: 131_072 } as const;
  expect(steadyRequest('llama3.1:8b', facts, 8_192)).toEqual({
    model: 'llama3.1:8b',
    stream: true,
    keep_alive: '10m',
    think: false,
    truncate: false,
    shift: false,
    options: { num_ctx: 8_192 },
  });
});

test('steadyRequest asks for no more context than the model was trained on, since a server would clamp it unseen', () => {
  const contextOf = (trainedContextTokens: number | null) =>
    steadyRequest('tiny', { think: false, trainedContextTokens }, 8_192).options?.num_ctx;
  expect([contextOf(2_048), contextOf(8_192), contextOf(null)]).toEqual([2_048, 8_192, 8_192]);
});
