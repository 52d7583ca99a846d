import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestSchema } from '../../../src/contract/schemas/request.ts';
import { slidesForMinutes } from '../../../src/narration/slides-for-minutes.ts';

test('gives two slides a minute, and ten when nobody said how long', () => {
  expect([2, 5, 8, 30].map(slidesForMinutes)).toEqual([4, 10, 16, 60]);
  expect(slidesForMinutes(undefined)).toBe(10);
});

test('gives a number that a request may ask for, whatever length it may ask for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (minutes) => {
      const request = requestSchema.safeParse({ topic: 'Tides', minutes, slides: slidesForMinutes(minutes) });
      expect(request.success).toBe(true);
    }),
  );
});

test('gives a short lecture a cover, a slide and a closing one, and a long one no more slides than a deck may have', () => {
  expect([slidesForMinutes(1), slidesForMinutes(60)]).toEqual([3, 100]);
});
