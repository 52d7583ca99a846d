import { expect, test } from 'vitest';
import type { RunPlan } from '../../../src/contract/plan.ts';
import { createKeptPlan } from '../../../src/workflows/kept-plan.ts';
import { PLAN } from '../../integration/workflows/fake-activities.ts';

const approved: RunPlan = { ...PLAN, gate: true, project: 'approved' };

test('records one plan after the other, since the last record is what a resumed run begins with', async () => {
  const isFirstKept = Promise.withResolvers<void>();
  const begun: string[] = [];
  const kept = createKeptPlan(PLAN, (plan) => {
    begun.push(plan.project);
    return plan === PLAN ? isFirstKept.promise : Promise.resolve();
  });
  const first = kept.keep(PLAN);
  const second = kept.keep(approved);
  await Promise.resolve();
  expect(begun).toEqual(['tides']);
  expect(kept.now()).toBe(PLAN);
  isFirstKept.resolve();
  await Promise.all([first, second]);
  expect(begun).toEqual(['tides', 'approved']);
  expect(kept.now()).toBe(approved);
});

test('stands by the plan that was recorded when another one could not be, and takes the next', async () => {
  let isFull = true;
  const kept = createKeptPlan(PLAN, async () => {
    if (isFull) throw new Error('disk full');
  });
  await expect(kept.keep(approved)).rejects.toThrow('disk full');
  expect(kept.now()).toBe(PLAN);
  isFull = false;
  await kept.keep(approved);
  expect(kept.now()).toBe(approved);
});
