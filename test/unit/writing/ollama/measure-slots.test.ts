import { expect, it } from 'vitest';
import { mostAtOnce } from '../../../../src/writing/ollama/measure-slots.ts';

/** A stream with a piece each 10 ms. */
const stream = (firstMs: number, lastMs: number) =>
  Array.from({ length: (lastMs - firstMs) / 10 + 1 }, (_, index) => firstMs + 10 * index);

it.each([
  ['one after the other', [stream(0, 100), stream(100, 200), stream(200, 300)], 1],
  ['one after the other, where the ends come late', [stream(0, 120), stream(100, 220), stream(200, 300)], 1],
  ['two by two', [stream(0, 100), stream(10, 110), stream(110, 210), stream(120, 220)], 2],
  ['all together', [stream(0, 100), stream(20, 120), stream(30, 110)], 3],
  ['of a single piece', [[5], [90]], 1],
  ['that never began', [[], []], 0],
] as const)('counts streams that run %s', (_how, streams, slots) => {
  expect(mostAtOnce(streams)).toBe(slots);
});
