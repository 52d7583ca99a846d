import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCallLedger } from '../../services/call-ledger.ts';
import { createFaultScript, listFaults, NO_FAULTS } from '../../services/fault-script.ts';
import { writeLedger } from '../../services/write-ledger.ts';

const START = { service: 'ollama', operation: 'chat', about: 'a' };

test('The ledger keeps the order of arrival, and the first end of a call counts', async () => {
  let clockMs = 0;
  const ledger = createCallLedger(() => ++clockMs);
  const first = ledger.begin(START);
  const second = ledger.begin({ ...START, about: 'b' });
  second.end('faulted', 'status-500');
  second.end('answered');
  expect(ledger.inFlight().map((entry) => entry.about)).toEqual(['a']);
  first.end('cut');
  expect(ledger.inFlight()).toEqual([]);
  expect(ledger.entries()).toEqual([
    { ...START, startedAtMs: 1, endedAtMs: 4, outcome: 'cut', fault: null },
    { ...START, about: 'b', startedAtMs: 2, endedAtMs: 3, outcome: 'faulted', fault: 'status-500' },
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'lectra-ledger-'));
  await writeLedger(ledger, join(folder, 'calls.json'));
  const written: unknown = JSON.parse(await readFile(join(folder, 'calls.json'), 'utf8'));
  await rm(folder, { recursive: true });
  expect(written).toEqual(ledger.entries());
});

test('Waiting on the ledger ends with the change that makes the condition true, or with the signal', async () => {
  const ledger = createCallLedger();
  const cut = ledger.until((entries) => entries[0]?.outcome === 'cut');
  ledger.begin(START).end('cut');
  await cut;
  const leave = new AbortController();
  const never = ledger.until((entries) => entries.length > 1, leave.signal);
  leave.abort(new Error('left'));
  await expect(never).rejects.toThrow('left');
  ledger.begin(START);
});

test('Equal seeds give equal faults, at about the given rate and of every kind', () => {
  const script = (seed: number, rate: number) => {
    const faults = createFaultScript({ seed, rate, kinds: ['reset', 'status-503', 'slow'] });
    return Array.from({ length: 2_000 }, () => faults.next());
  };
  expect(script(7, 0.3)).toEqual(script(7, 0.3));
  expect(script(7, 0.3)).not.toEqual(script(8, 0.3));
  expect(script(7, 0).every((fault) => fault === null)).toBe(true);
  expect(script(7, 1).every((fault) => fault !== null)).toBe(true);
  const faults = script(7, 0.3).filter((fault) => fault !== null);
  expect(faults.length / 2_000).toBeGreaterThan(0.27);
  expect(faults.length / 2_000).toBeLessThan(0.33);
  expect(new Set(faults).size).toBe(3);
});

test('A fixed list is played once, and bad choices are refused', () => {
  const faults = listFaults(['reset', null, 'slow']);
  expect(Array.from({ length: 5 }, () => faults.next())).toEqual(['reset', null, 'slow', null, null]);
  expect(NO_FAULTS.next()).toBeNull();
  expect(() => createFaultScript({ seed: 1, rate: 1.5, kinds: ['a'] })).toThrow('between 0 and 1, not 1.5');
  expect(() => createFaultScript({ seed: 1, rate: 1, kinds: [] })).toThrow('at least one kind');
});
