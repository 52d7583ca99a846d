import { describe, expect, test } from 'vitest';
import { BrokenAnswer } from '../../../../src/writing/broken-answer.ts';
import { type OllamaCall, toOllamaError } from '../../../../src/writing/ollama/to-ollama-error.ts';
import { ServerRefusal } from '../../../../src/writing/server-refusal.ts';

const LASTING = new AbortController().signal;
const CALL: OllamaCall = {
  provider: 'Ollama',
  url: new URL('http://127.0.0.1:11434'),
  model: 'llama3.1:8b',
  now: () => 0,
  context: { tokens: 8_192, isMost: false },
};

const refuse = (status: number, body: string, headers: Record<string, string> = {}) =>
  toOllamaError(CALL, new ServerRefusal(status, new Headers(headers), body), LASTING);
const say = (error: string) => JSON.stringify({ error });

describe('toOllamaError', () => {
  test.each([
    // llama.cpp under Ollama since 0.30, the engine of Ollama, and Ollama before it asks an engine.
    ['request (9100 tokens) exceeds the available context size (8192 tokens), try increasing it', '9100'],
    ['the prompt is longer than the context length', '8192'],
    ['input length exceeds maximum context length', '8192'],
  ])('names a prompt that is too long: "%s"', (said, size) => {
    expect(refuse(400, say(said))).toMatchObject({
      code: 'CONTEXT_EXCEEDED',
      message: expect.stringMatching(new RegExp(`${size}.*raise LECTRA_CONTEXT_TOKENS`)),
    });
  });

  test('tells apart a model that is missing and a server that is none', () => {
    expect(refuse(404, say("model 'llama3.1:8b' not found"))).toMatchObject({
      code: 'MODEL_MISSING',
      message: expect.stringContaining('`ollama pull llama3.1:8b`'),
    });
    expect(refuse(404, '404 page not found')).toMatchObject({ code: 'PROVIDER_UNSUITABLE' });
    expect(refuse(405, '')).toMatchObject({ code: 'PROVIDER_UNSUITABLE' });
    expect(refuse(200, '<html>', { 'content-type': 'text/html' })).toMatchObject({ code: 'PROVIDER_UNSUITABLE' });
  });

  test('names the path too, as an Ollama may answer at the same host without it', () => {
    const call = { ...CALL, url: new URL('http://127.0.0.1:11434/api/') };
    const error = toOllamaError(call, new ServerRefusal(404, new Headers(), '404 page not found'), LASTING);
    expect(error).toMatchObject({
      message: expect.stringContaining('What answers at 127.0.0.1:11434/api is no Ollama'),
    });
  });

  test('keeps what the server says of its own fault, and how long it asks to wait', () => {
    const busy = refuse(503, say('server busy, please try again.'), { 'retry-after': '3' });
    expect(busy).toMatchObject({ code: 'PROVIDER_FAILED', retryAfterMs: 3_000 });
    expect(refuse(500, say('cuda: out of memory'))).toMatchObject({
      code: 'PROVIDER_FAILED',
      message: expect.stringContaining('"cuda: out of memory"'),
    });
  });

  test('calls a server unsuitable that cannot hold to a schema, since no second attempt helps', () => {
    expect(refuse(500, say('invalid JSON schema in format'))).toMatchObject({ code: 'PROVIDER_UNSUITABLE' });
    const grammar = say('{"error":{"code":400,"message":"failed to parse grammar"}}');
    expect(refuse(400, grammar)).toMatchObject({ code: 'PROVIDER_UNSUITABLE' });
  });

  test('names a download of a model that the registry does not know, which ends under status 200', () => {
    const broken = new BrokenAnswer('said', 'pull model manifest: file does not exist');
    expect(toOllamaError(CALL, broken, LASTING)).toMatchObject({ code: 'MODEL_MISSING' });
  });

  test('gives back the reason of an abort and what is no matter of the call', () => {
    const reason = new Error('cancelled');
    expect(toOllamaError(CALL, new TypeError('terminated'), AbortSignal.abort(reason))).toBe(reason);
    const defect = new RangeError('a defect');
    expect(toOllamaError(CALL, defect, LASTING)).toBe(defect);
  });
});
