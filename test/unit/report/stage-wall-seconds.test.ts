import { expect, test } from 'vitest';
import { stageWallSeconds } from '../../../src/report/stage-wall-seconds.ts';
import { makeRecord } from './make-record.ts';

const HOUR_MS = 3_600_000;

test('counts from the first start to the last end', () => {
  const records = [makeRecord('writeSlide', 1, [0, 0, 2_000]), makeRecord('writeSlide', 2, [0, 500, 2_500])];
  expect(stageWallSeconds(records)).toBe(2.5);
});

test('leaves out the hours in which a person thinks about an outline', () => {
  const written = makeRecord('writeOutline', null, [1_000, 1_000, 3_000]);
  const approved = makeRecord('takeOutline', null, [HOUR_MS, HOUR_MS, HOUR_MS + 50]);
  expect(stageWallSeconds([written, approved])).toBe(2);
  const prepared = makeRecord('recordRun', null, [1_000, 1_000, 1_200]);
  const kept = makeRecord('recordRun', null, [HOUR_MS, HOUR_MS, HOUR_MS + 50]);
  expect(stageWallSeconds([prepared, kept])).toBe(0.2);
});

test('counts taking the outline of a run that is carried on, since nobody thinks there', () => {
  expect(stageWallSeconds([makeRecord('takeOutline', null, [1_000, 1_000, 1_400])])).toBe(0.4);
});
