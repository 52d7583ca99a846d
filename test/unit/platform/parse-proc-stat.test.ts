import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseProcStat } from '../../../src/platform/parse-proc-stat.ts';

const statOf = (state: string, threads: number, name = 'node') =>
  `4711 (${name}) ${state} 1 4711 4711 0 -1 4194304 100 0 0 0 7 3 0 0 20 0 ${threads} 0 987654 1000000 200 18446744073709551615`;

it('finds the start of a process behind a name of any letters', () => {
  expect(parseProcStat(statOf('S', 11))).toBe('987654');
  expect(parseProcStat(statOf('R', 1, 'a) Z (b c'))).toBe('987654');
});

it('takes one that waits for its parent alone for ended', () => {
  expect(parseProcStat(statOf('Z', 1))).toBeNull();
  expect(parseProcStat(statOf('X', 1))).toBeNull();
});

it('takes one for running whose first thread has ended before the others, since they hold its locks and ports', () => {
  expect(parseProcStat(statOf('Z', 4))).toBe('987654');
});

it.runIf(process.platform === 'linux')('finds that of this process', () => {
  expect(parseProcStat(readFileSync('/proc/self/stat', 'utf8'))).toMatch(/^\d+$/);
});
