import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { acquireProcessLock, tryProcessLock } from '../../../src/platform/process-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectra-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('has one holder at a time', () => {
  const path = join(folder, 'lock');
  const first = tryProcessLock(path);
  expect(first).not.toBeNull();
  expect(tryProcessLock(path)).toBeNull();
  first?.[Symbol.dispose]();
  const second = tryProcessLock(path);
  expect(second).not.toBeNull();
  second?.[Symbol.dispose]();
});

it('does not care what somebody wrote into its file, and is held all the same while it is held', () => {
  const path = join(folder, 'lock');
  writeFileSync(path, 'no database at all, and longer than the header of one would be'.repeat(100));
  const first = tryProcessLock(path);
  expect(first).not.toBeNull();
  writeFileSync(path, 'again');
  expect(tryProcessLock(path)).toBeNull();
  first?.[Symbol.dispose]();
});

it('is free at once after its holder was killed, so nothing has to be cleaned up', async () => {
  const path = join(folder, 'lock');
  const module = new URL('../../../src/platform/process-lock.ts', import.meta.url).href;
  const code = `const { tryProcessLock } = await import(${JSON.stringify(module)});
globalThis.lock = tryProcessLock(${JSON.stringify(path)}); console.log('held'); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  expect(tryProcessLock(path)).toBeNull();
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const lock = tryProcessLock(path);
  expect(lock).not.toBeNull();
  lock?.[Symbol.dispose]();
});

it('says once that it waits, and stops waiting on abort', async () => {
  const path = join(folder, 'lock');
  using _held = tryProcessLock(path);
  const controller = new AbortController();
  let notices = 0;
  const waiting = acquireProcessLock(path, controller.signal, () => {
    notices += 1;
    controller.abort(new Error('enough'));
  });
  await expect(waiting).rejects.toThrow();
  expect(notices).toBe(1);
});
