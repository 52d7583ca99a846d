import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProviderError } from '../../../src/contract/errors.ts';
import { providerAnswerError } from '../../../src/platform/provider-answer-error.ts';
import { providerOutputError } from '../../../src/platform/provider-output-error.ts';

const call = {
  provider: 'Ollama',
  url: new URL('http://user:secretpass@gpu.local:11434/api/chat?key=abcdef123'),
  secrets: ['sk-1234'],
  now: () => 0,
};
const answer = (status: number, body = '', headers: Record<string, string> = {}) => ({
  status,
  body,
  headers: new Headers(headers),
});

describe('providerAnswerError', () => {
  test.each([
    [302, 'PROVIDER_BAD_OUTPUT'],
    [400, 'PROVIDER_REFUSED'],
    [401, 'PROVIDER_REFUSED'],
    [403, 'PROVIDER_REFUSED'],
    [404, 'PROVIDER_REFUSED'],
    [408, 'PROVIDER_TIMED_OUT'],
    [409, 'PROVIDER_FAILED'],
    [413, 'PROVIDER_REFUSED'],
    [425, 'PROVIDER_FAILED'],
    [429, 'PROVIDER_RATE_LIMITED'],
    [500, 'PROVIDER_FAILED'],
    [501, 'PROVIDER_REFUSED'],
    [503, 'PROVIDER_FAILED'],
    [504, 'PROVIDER_TIMED_OUT'],
    [529, 'PROVIDER_FAILED'],
  ])('names HTTP %i %s', (status, code) => {
    expect(providerAnswerError(call, answer(status))).toMatchObject({ code, statusCode: status, provider: 'Ollama' });
  });

  test('says that a model is missing where one was asked for, with the words of the service', () => {
    const body = '{"error":"model \\"llama9\\" not found, try pulling it first"}';
    const error = providerAnswerError({ ...call, model: 'llama9' }, answer(404, body));
    expect(error.code).toBe('MODEL_MISSING');
    expect(error.message).toBe(
      `Ollama at gpu.local:11434 has no model "llama9" (HTTP 404) and said ${JSON.stringify(body)}; install it or choose another one.`,
    );
  });

  test('keeps how long the service asks to wait, and says it', () => {
    const error = providerAnswerError(call, answer(429, '', { 'Retry-After': '30' }));
    expect(error.retryAfterMs).toBe(30_000);
    expect(error.message).toBe(
      'Ollama at gpu.local:11434 takes no more requests for now (HTTP 429); try again in 30 s.',
    );
    expect(providerAnswerError(call, answer(429)).retryAfterMs).toBeNull();
  });

  test('quotes one short line of the body and no page of HTML', () => {
    expect(providerAnswerError(call, answer(500, `a\n${'b'.repeat(1_000)}`)).message).toMatch(/said "a b{197}…"; /);
    expect(providerAnswerError(call, answer(502, '<html>Bad gateway</html>')).message).toBe(
      'Ollama at gpu.local:11434 answered with HTTP 502; look into its log and try again.',
    );
  });

  test('refuses a success, which has no error', () => {
    expect(() => providerAnswerError(call, answer(200))).toThrow(RangeError);
  });

  test('tells no key, whatever the service says back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 599 }),
        fc.string(),
        fc.constantFrom('sk-1234', 'secretpass', 'abcdef123'),
        (status, text, key) => !providerAnswerError(call, answer(status, `${text} ${key}`)).message.includes(key),
      ),
    );
  });
});

test('an answer that is of no use names what is wrong with it, and tells no key', () => {
  const error = providerOutputError(call, 'its JSON ends after 12 characters near sk-1234');
  expect(error).toBeInstanceOf(ProviderError);
  expect(error.code).toBe('PROVIDER_BAD_OUTPUT');
  expect(error.message).toBe(
    'Ollama at gpu.local:11434 answered, but its JSON ends after 12 characters near [hidden]; try again, or choose another model or engine.',
  );
});
