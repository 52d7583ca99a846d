import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ExecaError, execa } from 'execa';
import { ProcessError } from './process-error.ts';

export interface ProcessInput {
  readonly command: string;
  readonly args: readonly string[];
  /** Fed to the program as fast as it reads; a program that ends early leaves the rest unread. Default: an empty, closed stdin. */
  readonly stdin?: AsyncIterable<Uint8Array> | Uint8Array;
  /** Added to the environment of this process. Default: nothing added. */
  readonly env?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Receives stdout piece by piece. Default: stdout is collected in memory and returned whole. */
  readonly onStdout?: (chunk: Uint8Array) => void;
  /** Receives stderr piece by piece, for tools that print their progress there. Default: nobody. */
  readonly onStderr?: (chunk: Uint8Array) => void;
  /** How much of the end of stderr is kept. Default 8 KiB. */
  readonly maxStderrBytes?: number;
}

export interface ProcessOutput {
  /** Empty when `onStdout` took it. */
  readonly stdout: Uint8Array;
  readonly stderrTail: string;
}

/**
 * Runs a program without a shell and returns what it printed, once it has ended with exit code 0.
 * An abort kills it (SIGKILL) and, when it is gone, rejects with `signal.reason` itself; an error of `stdin`, `onStdout` or `onStderr` likewise with that error.
 * Throws ProcessError for another exit code, a signal, or a program that cannot be started. The program dies when this process exits.
 */
export async function runProcess(input: ProcessInput): Promise<ProcessOutput> {
  input.signal.throwIfAborted();
  const child = execa(input.command, input.args, {
    encoding: 'buffer',
    buffer: false,
    stdin: input.stdin === undefined ? 'ignore' : 'pipe',
    env: input.env ?? {},
    cancelSignal: input.signal,
    killSignal: 'SIGKILL',
    forceKillAfterDelay: false,
    windowsHide: true,
  });
  const failures: { readonly error: unknown }[] = [];
  const failWith = (error: unknown): void => {
    failures.push({ error });
    child.kill();
  };
  const stdout: Uint8Array[] = [];
  const stderr = createTail(input.maxStderrBytes ?? 8192);
  listen(child.stdout, input.onStdout ?? ((chunk) => stdout.push(chunk)), failWith);
  listen(child.stderr, stderr.add, failWith);
  if (input.onStderr !== undefined) listen(child.stderr, input.onStderr, failWith);
  if (input.stdin !== undefined && child.stdin !== null) void feed(input.stdin, child.stdin, failWith);

  const ended = await child.then(
    () => null,
    (error: unknown) => error,
  );
  input.signal.throwIfAborted();
  const [failure] = failures;
  if (failure !== undefined) throw failure.error;
  if (ended instanceof ExecaError) {
    const { exitCode = null, signal: signalName = null, cause = ended } = ended;
    throw new ProcessError({ command: input.command, exitCode, signalName, stderrTail: stderr.text() }, { cause });
  }
  if (ended !== null) throw ended;
  return { stdout: Buffer.concat(stdout), stderrTail: stderr.text() };
}

function listen(
  stream: NodeJS.ReadableStream,
  listener: (chunk: Uint8Array) => unknown,
  failWith: (error: unknown) => void,
): void {
  const onData = (chunk: Uint8Array): void => {
    try {
      listener(chunk);
    } catch (error) {
      stream.off('data', onData);
      stream.resume();
      failWith(error);
    }
  };
  stream.on('data', onData);
}

/** Never waited for: a source that hangs must not outlive its reader. */
async function feed(
  stdin: AsyncIterable<Uint8Array> | Uint8Array,
  writable: Writable,
  failWith: (error: unknown) => void,
): Promise<void> {
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      if (stdin instanceof Uint8Array) yield stdin;
      else yield* stdin;
    } catch (error) {
      failWith(error);
    }
  }
  // What is left to fail is the pipe, closed by a program that has read enough: its exit code tells whether that is well.
  await pipeline(watched(), writable).catch(() => undefined);
}

function createTail(maxBytes: number) {
  let kept: Buffer = Buffer.alloc(0);
  const add = (chunk: Uint8Array): void => {
    kept = Buffer.concat([kept, chunk]);
    if (kept.length > maxBytes) kept = Buffer.from(kept.subarray(kept.length - maxBytes));
  };
  return { add, text: () => kept.toString('utf8') };
}
