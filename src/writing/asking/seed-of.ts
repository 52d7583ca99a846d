import { createHash } from 'node:crypto';

const SEEDS = 2 ** 31 - 1;

/** Returns a seed from what a call is about, 0 to 2³¹−2: equal calls get equal ones, and no two slides open alike. */
export function seedOf(...subject: readonly (string | number)[]): number {
  const digest = createHash('sha256').update(JSON.stringify(subject)).digest();
  return digest.readUInt32LE(0) % SEEDS;
}
