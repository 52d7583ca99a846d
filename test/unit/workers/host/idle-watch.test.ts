import { describe, expect, it } from 'vitest';
import { createIdleWatch, type IdleFacts } from '../../../../src/workers/host/idle-watch.ts';

const IDLE: IdleFacts = { clients: 0, clientsSoFar: 1, openRuns: 0, isKept: false };
const watch = (idleMs: number) => createIdleWatch({ idleMs, firstClientMs: 20_000, startMs: 0 });

describe('a host without anything to do', () => {
  it('ends after its idle time, counted from the first idle look', () => {
    const isOver = watch(600_000);
    expect([isOver(IDLE, 5_000), isOver(IDLE, 604_999), isOver(IDLE, 605_000)]).toEqual([false, false, true]);
  });

  it('looks twice even without an idle time, since a run that was just started may not be listed yet', () => {
    const isOver = watch(0);
    expect([isOver(IDLE, 1), isOver(IDLE, 2)]).toEqual([false, true]);
  });

  it.each([
    ['a client holds it', { clients: 1 }],
    ['a run is open', { openRuns: 1 }],
    ['nobody knows whether a run is open', { openRuns: null }],
    ['it was told to stay', { isKept: true }],
  ])('stays while %s, and counts anew afterwards', (_why, change) => {
    const isOver = watch(100);
    isOver(IDLE, 0);
    expect(isOver({ ...IDLE, ...change }, 1_000)).toBe(false);
    expect(isOver(IDLE, 1_001)).toBe(false);
    expect(isOver(IDLE, 1_101)).toBe(true);
  });

  it('waits for its very first client, but not for ever', () => {
    const isOver = watch(0);
    const untouched = { ...IDLE, clientsSoFar: 0 };
    expect([isOver(untouched, 0), isOver(untouched, 19_999)]).toEqual([false, false]);
    isOver(untouched, 20_000);
    expect(isOver(untouched, 20_001)).toBe(true);
  });
});
