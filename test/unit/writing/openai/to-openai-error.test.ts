import { describe, expect, test } from 'vitest';
import type { ProviderCall } from '../../../../src/platform/provider-call.ts';
import { toOpenAiError } from '../../../../src/writing/openai/to-openai-error.ts';
import { ServerRefusal } from '../../../../src/writing/server-refusal.ts';

const LASTING = new AbortController().signal;
const CALL: ProviderCall = {
  provider: 'The OpenAI-compatible server',
  url: new URL('http://127.0.0.1:8000/v1'),
  model: 'qwen3-8b',
  secrets: ['sk-secret-key'],
  now: () => 0,
};

const refuse = (status: number, body: unknown) =>
  toOpenAiError(
    CALL,
    new ServerRefusal(status, new Headers(), typeof body === 'string' ? body : JSON.stringify(body)),
    LASTING,
  );

describe('toOpenAiError', () => {
  test.each([
    [
      'vLLM',
      {
        error: {
          message: "This model's maximum context length is 8192 tokens. However, you requested 9100 tokens.",
          code: 400,
        },
      },
    ],
    [
      'llama-server',
      {
        error: {
          code: 400,
          message: 'the request exceeds the available context size, try increasing it',
          type: 'exceed_context_size_error',
          n_prompt_tokens: 9_100,
          n_ctx: 8_192,
        },
      },
    ],
    ['LM Studio', { error: 'request (9100 tokens) exceeds the available context size (8192 tokens)' }],
    ['an older vLLM', { object: 'error', message: 'maximum context length is 8192 tokens, you requested 9100' }],
  ])('reads both sizes of a prompt that is too long, as %s writes it', (_who, body) => {
    expect(refuse(400, body)).toMatchObject({
      code: 'CONTEXT_EXCEEDED',
      message: expect.stringMatching(/of 9100 tokens.*of 8192 tokens; start the server with a longer context/),
    });
  });

  test('knows the code that OpenAI gives it, whatever the words', () => {
    const body = { error: { message: 'Reduce your prompt.', code: 'context_length_exceeded' } };
    expect(refuse(400, body)).toMatchObject({ code: 'CONTEXT_EXCEEDED' });
  });

  test.each([
    ['Unrecognized request argument supplied: response_format', 400],
    ["'response_format.type' must be 'json_object' or 'text'", 400],
    ['guided decoding is not available', 422],
  ])('calls a server that takes no schema unsuitable: "%s"', (message, status) => {
    expect(refuse(status, { error: { message } })).toMatchObject({ code: 'PROVIDER_UNSUITABLE' });
  });

  test('tells apart a model that is missing and a path that is', () => {
    const missing = { error: { message: 'The model `qwen3-8b` does not exist.', code: 404 } };
    expect(refuse(404, missing)).toMatchObject({ code: 'MODEL_MISSING' });
    expect(refuse(404, { detail: 'Not Found' })).toMatchObject({ code: 'PROVIDER_UNSUITABLE' });
    expect(refuse(404, 'not here')).toMatchObject({ code: 'PROVIDER_UNSUITABLE' });
  });

  test.each([
    [{ detail: 'The model qwen3-8b is not loaded' }],
    ['model "qwen3-8b" not found, try pulling it first'],
    [{ error: { message: 'gone', code: 'model_not_found' } }],
  ])('reads a missing model from %j, however the server words it', (body) => {
    expect(refuse(404, body)).toMatchObject({ code: 'MODEL_MISSING' });
  });

  test.each([['<html>No such model page</html>'], [{ message: 'Route GET:/v1/models not found' }]])(
    'sees that %j names no model, but a page or a path',
    (body) => {
      expect(refuse(404, body)).toMatchObject({ code: 'PROVIDER_UNSUITABLE' });
    },
  );

  test('takes nothing for a cause that a server only repeats of the request', () => {
    const body = { error: { message: "[{'msg': 'top_k is missing', 'input': {'response_format': {}}}]" } };
    expect(refuse(400, body)).toMatchObject({ code: 'PROVIDER_REFUSED' });
  });

  test('hides a key that stands where a long message is cut, since half a key tells most of it', () => {
    const message = `response_format ${'x'.repeat(175)} sk-secret-key`;
    expect(String(refuse(400, { error: { message } }))).not.toContain('sk-');
  });

  test('hides the key in whatever the server says', () => {
    for (const [status, message] of [
      [401, 'wrong key sk-secret-key'],
      [400, 'response_format is not for sk-secret-key'],
      [200, 'sk-secret-key has no quota'],
    ] as const) {
      const error = refuse(status, { error: { message } });
      expect(error).toMatchObject({ code: expect.stringMatching(/^PROVIDER_/) });
      expect(String(error)).not.toContain('sk-secret-key');
    }
  });

  test('gives back the reason of an abort', () => {
    const reason = new Error('cancelled');
    expect(toOpenAiError(CALL, new TypeError('terminated'), AbortSignal.abort(reason))).toBe(reason);
  });
});
