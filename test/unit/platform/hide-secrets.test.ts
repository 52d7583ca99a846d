import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hideSecrets } from '../../../src/platform/hide-secrets.ts';

const url = new URL('https://lena:pass%20word@api.example.org/v1/search?key=abcdef123&page=2');

describe('hideSecrets', () => {
  test('hides what the URL holds, encoded or not, and leaves short values such as a page number', () => {
    expect(hideSecrets('page 2: abcdef123, pass%20word', { url })).toBe('page 2: [hidden], [hidden]');
  });

  test('hides credentials and queries of any other URL, and authorization values', () => {
    const text = 'at http://u:p@h/x and https://h/y?token=1 with "Bearer abcdefghijklmnopqrstu"';
    expect(hideSecrets(text, { url })).toBe('at http://[hidden]@h/x and https://h/y?[hidden] with "Bearer [hidden]"');
  });

  test('leaves plain prose as it is', () => {
    const text = 'Basic settings: the bearer of the token exceeded the limit of 4096 tokens.';
    expect(hideSecrets(text, { url })).toBe(text);
  });

  test('leaves no named key in any text, also where one key holds another', () => {
    const key = fc.string({ minLength: 4, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(fc.array(key, { minLength: 1 }), fc.string(), fc.string(), (secrets, before, after) => {
        const text = secrets.reduce((sentence, secret) => `${sentence} ${secret} ${after}`, before);
        const clean = hideSecrets(text, { url, secrets });
        return secrets.every((secret) => !clean.includes(secret));
      }),
    );
  });
});
