import { expect, it } from 'vitest';
import { readRefusal } from '../../../src/writing/server-refusal.ts';

const LETTERS = new TextEncoder().encode('a'.repeat(50_000));

it('has all that a server said, also where a letter is cut between two pieces', async () => {
  const bytes = new TextEncoder().encode('{"error":"zu groß"}');
  async function* pieces() {
    yield bytes.subarray(0, 16);
    yield bytes.subarray(16);
  }
  const refusal = await readRefusal({ status: 400, headers: new Headers(), body: pieces() });
  expect(refusal).toMatchObject({ status: 400, body: '{"error":"zu groß"}' });
});

it('is read no further than 64 KiB, since somebody else may answer without end', async () => {
  let isClosed = false;
  async function* endless() {
    try {
      while (true) yield LETTERS;
    } finally {
      isClosed = true;
    }
  }
  const refusal = await readRefusal({ status: 200, headers: new Headers(), body: endless() });
  expect(refusal.body).toHaveLength(65_536);
  expect(isClosed).toBe(true);
});

it('is empty where there is no body', async () => {
  expect(await readRefusal({ status: 403, headers: new Headers(), body: null })).toMatchObject({ body: '' });
});
