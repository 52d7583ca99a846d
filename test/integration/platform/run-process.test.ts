import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ProcessError } from '../../../src/platform/process-error.ts';
import { runProcess } from '../../../src/platform/run-process.ts';

const live = (): AbortSignal => new AbortController().signal;
const script = (source: string) => ({ command: process.execPath, args: ['-e', source] });
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** False for a zombie too: nothing runs in it, it only waits for its parent to notice. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}

/** Runs a script that prints its process id first, and hands that id over while it runs. */
function runPrintingPid(source: string, signal: AbortSignal, stdin?: AsyncIterable<Uint8Array>) {
  const pid = Promise.withResolvers<number>();
  const result = runProcess({
    ...script(`process.stdout.write(process.pid + '\\n');${source}`),
    signal,
    onStdout: (chunk) => pid.resolve(Number.parseInt(text(chunk), 10)),
    ...(stdin === undefined ? {} : { stdin }),
  });
  return { pid: pid.promise, result };
}

describe('runProcess', () => {
  it('passes arguments as they are, since no shell reads them', async () => {
    const argument = 'a b; $HOME `id` "q" *';
    const { stdout } = await runProcess({
      command: process.execPath,
      args: ['-e', 'process.stdout.write(process.argv[1])', argument],
      signal: live(),
    });
    expect(text(stdout)).toBe(argument);
  });

  it('returns binary output untouched', async () => {
    const { stdout } = await runProcess({
      ...script('process.stdout.write(Buffer.from(Array.from({length: 256}, (_, i) => i)))'),
      signal: live(),
    });
    expect([...stdout]).toEqual(Array.from({ length: 256 }, (_, index) => index));
  });

  it('feeds bytes and sources alike to stdin', async () => {
    const echo = script('process.stdin.pipe(process.stdout)');
    async function* source() {
      yield Buffer.from('one ');
      yield Buffer.from('two');
    }
    expect(text((await runProcess({ ...echo, stdin: Buffer.from('whole'), signal: live() })).stdout)).toBe('whole');
    expect(text((await runProcess({ ...echo, stdin: source(), signal: live() })).stdout)).toBe('one two');
  });

  it('closes stdin when there is none, so a reader does not wait for ever', async () => {
    const { stdout } = await runProcess({
      ...script("process.stdin.on('data', () => 0).on('end', () => process.stdout.write('end'))"),
      signal: live(),
    });
    expect(text(stdout)).toBe('end');
  });

  it('asks a source for no more than the program reads, so memory stays small', async () => {
    let askedFor = 0;
    async function* endless() {
      for (;;) {
        askedFor += 1;
        yield Buffer.alloc(1 << 16);
      }
    }
    // The program reads nothing and then ends: only the pipe and the stream buffers can have been filled.
    const reads = "process.stdin.once('readable', () => process.exit(0))";
    await runProcess({ ...script(reads), stdin: endless(), signal: live() });
    expect(askedFor).toBeLessThan(100);
  });

  it('accepts a program that ends before it has read everything', async () => {
    const { stdout } = await runProcess({
      ...script("process.stdout.write('enough', () => process.exit(0))"),
      stdin: Buffer.alloc(1 << 24),
      signal: live(),
    });
    expect(text(stdout)).toBe('enough');
  });

  it('hands stdout over piece by piece and then keeps nothing', async () => {
    const chunks: string[] = [];
    const { stdout } = await runProcess({
      ...script("process.stdout.write('abc')"),
      signal: live(),
      onStdout: (chunk) => chunks.push(text(chunk)),
    });
    expect(chunks.join('')).toBe('abc');
    expect(stdout).toHaveLength(0);
  });

  it('keeps the end of stderr and forgets the start, so a chatty tool costs no memory', async () => {
    const { stderrTail } = await runProcess({
      ...script("process.stderr.write('x'.repeat(1e6) + 'last words')"),
      signal: live(),
      maxStderrBytes: 15,
    });
    expect(stderrTail).toBe('xxxxxlast words');
  });

  it('adds to the environment', async () => {
    const { stdout } = await runProcess({
      ...script('process.stdout.write(process.env.LECTRA_PROBE + (process.env.PATH ? "" : "no path"))'),
      env: { LECTRA_PROBE: 'seen' },
      signal: live(),
    });
    expect(text(stdout)).toBe('seen');
  });

  it('reports exit code and last words of a failed program', async () => {
    const failure = runProcess({ ...script("console.error('bad flag'); process.exit(7)"), signal: live() });
    await expect(failure).rejects.toBeInstanceOf(ProcessError);
    await expect(failure).rejects.toMatchObject({ exitCode: 7, signalName: null, stderrTail: 'bad flag\n' });
  });

  it('names the signal that ended a program', async () => {
    const failure = runProcess({ ...script("process.kill(process.pid, 'SIGTERM')"), signal: live() });
    await expect(failure).rejects.toMatchObject({ exitCode: null, signalName: 'SIGTERM' });
  });

  it('reports a missing program with the system error as cause', async () => {
    const failure = runProcess({ command: '/nowhere/tool', args: [], signal: live() });
    await expect(failure).rejects.toMatchObject({ name: 'ProcessError', exitCode: null, cause: { code: 'ENOENT' } });
  });

  it('starts nothing when the signal is aborted already', async () => {
    const reason = new Error('stop');
    await expect(runProcess({ command: '/nowhere/tool', args: [], signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });

  it('kills the program on abort, rejects with the reason itself, and leaves no process', async () => {
    const controller = new AbortController();
    const reason = { cancelled: true };
    // A program that ignores polite signals.
    const run = runPrintingPid("process.on('SIGTERM', () => 0); setInterval(() => 0, 1000)", controller.signal);
    const pid = await run.pid;
    controller.abort(reason);
    await expect(run.result).rejects.toBe(reason);
    expect(isAlive(pid)).toBe(false);
  });

  it('does not wait for a source that never answers when it is aborted', async () => {
    const controller = new AbortController();
    async function* silent() {
      await new Promise<never>(() => undefined);
      yield Buffer.alloc(0);
    }
    const run = runPrintingPid('setInterval(() => 0, 1000)', controller.signal, silent());
    await run.pid;
    controller.abort('gone');
    await expect(run.result).rejects.toBe('gone');
  });

  it('does not wait for a grandchild that holds the pipes when it is aborted', async () => {
    const controller = new AbortController();
    const run = runPrintingPid(
      "const c = require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => 0, 5000)'], {stdio: 'inherit'}); process.stderr.write(String(c.pid)); setInterval(() => 0, 1000)",
      controller.signal,
    );
    await run.pid;
    controller.abort('gone');
    await expect(run.result).rejects.toBe('gone');
  });

  it('kills the program and passes the error on when the source fails', async () => {
    const problem = new Error('no more frames');
    const started = Promise.withResolvers<number>();
    async function* broken() {
      yield Buffer.from('x');
      await started.promise;
      throw problem;
    }
    const run = runPrintingPid('setInterval(() => 0, 1000); process.stdin.resume()', live(), broken());
    started.resolve(await run.pid);
    await expect(run.result).rejects.toBe(problem);
    expect(isAlive(await run.pid)).toBe(false);
  });

  it('kills the program and passes the error on when the reader of its output fails', async () => {
    const problem = new Error('bad line');
    const failure = runProcess({
      ...script("process.stdout.write('x'); setInterval(() => 0, 1000)"),
      signal: live(),
      onStdout: () => {
        throw problem;
      },
    });
    await expect(failure).rejects.toBe(problem);
  });

  it('takes the program down when this process exits', async () => {
    const source = `import { runProcess } from ${JSON.stringify(new URL('../../../src/platform/run-process.ts', import.meta.url).href)};
      runProcess({ command: process.execPath, args: ['-e', 'process.stdout.write(String(process.pid)); setInterval(() => 0, 1000)'],
        signal: new AbortController().signal, onStdout: (chunk) => { process.stdout.write(chunk, () => process.exit(0)); } });`;
    const parent = spawnSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' });
    const pid = Number.parseInt(parent.stdout, 10);
    expect(pid).toBeGreaterThan(0);
    // The child is an orphan by now, reaped by the system a moment later.
    await expect.poll(() => isAlive(pid)).toBe(false);
  });
});
