import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeSamples } from '../../scripts/write-samples.ts';

const FOLDER = new URL('../../samples/', import.meta.url);

describe('the samples', () => {
  test('that are no plain text are what their script writes, byte for byte', async () => {
    const samples = await makeSamples();
    const names = readdirSync(FOLDER).filter((name) => !/\.(?:md|txt)$/u.test(name));
    expect([...samples.keys()].sort()).toEqual(names.sort());
    for (const [name, bytes] of samples)
      expect(Buffer.compare(bytes, readFileSync(new URL(name, FOLDER))), `${name}: run scripts/write-samples.ts`).toBe(
        0,
      );
  });
});
