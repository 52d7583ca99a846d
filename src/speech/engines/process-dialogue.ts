import type { ChildProcess } from 'node:child_process';
import { ProcessError } from '../../platform/process-error.ts';
import { untilAborted } from '../../platform/until-aborted.ts';

const STDERR_TAIL_CHARACTERS = 4096;

/**
 * One process that answers one message at a time, started when first asked and again after it died.
 * Requests wait their turn in order. An abort of the request at work kills the process, waits until it is gone and
 * rejects with `signal.reason`; the next request starts a new one. An idle process does not keep its parent alive and
 * ends after `idleMs`.
 * Throws ProcessError when the process ends before it answers.
 */
export class ProcessDialogue implements AsyncDisposable {
  readonly #command: string;
  readonly #start: () => ChildProcess;
  readonly #idleMs: number;
  #child: ChildProcess | null = null;
  #lastTurn: Promise<void> = Promise.resolve();
  readonly #closed = new AbortController();
  #idle: NodeJS.Timeout | undefined;
  /** Of the process that idled too long. */
  #ending: Promise<void> = Promise.resolve();

  /** `start` returns a process with an IPC channel and a piped stderr, such as `fork` makes. */
  constructor(command: string, start: () => ChildProcess, idleMs: number) {
    this.#command = command;
    this.#start = start;
    this.#idleMs = idleMs;
  }

  async ask(message: object, signal: AbortSignal): Promise<unknown> {
    const turn = Promise.withResolvers<void>();
    const before = this.#lastTurn;
    this.#lastTurn = before.then(() => turn.promise);
    const either = AbortSignal.any([signal, this.#closed.signal]);
    try {
      await untilAborted(either, before);
      return await this.#exchange(message, either);
    } finally {
      turn.resolve();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed.abort(new Error(`${this.#command} was closed.`));
    await this.#lastTurn;
    this.#endChild();
    await this.#ending;
  }

  #endChild(): void {
    clearTimeout(this.#idle);
    if (this.#child !== null) this.#ending = killAndWait(this.#child);
    this.#child = null;
  }

  async #exchange(message: object, signal: AbortSignal): Promise<unknown> {
    signal.throwIfAborted();
    clearTimeout(this.#idle);
    const child = this.#child ?? this.#start();
    this.#child = child;
    let stderrTail = '';
    const onStderr = (chunk: Buffer): void => {
      stderrTail = (stderrTail + chunk.toString('utf8')).slice(-STDERR_TAIL_CHARACTERS);
    };
    child.stderr?.on('data', onStderr);
    setAwake(child, true);
    const answer = Promise.withResolvers<unknown>();
    const onExit = (exitCode: number | null, signalName: string | null): void =>
      answer.reject(new ProcessError({ command: this.#command, exitCode, signalName, stderrTail }));
    const onError = (error: Error): void =>
      answer.reject(
        new ProcessError({ command: this.#command, exitCode: null, signalName: null, stderrTail }, { cause: error }),
      );
    child.once('message', answer.resolve).once('exit', onExit).once('error', onError);
    try {
      // A process that is gone shows itself by its exit, so what `send` says about it is of no use.
      if (isRunning(child)) child.send(message, () => undefined);
      else onExit(child.exitCode, child.signalCode);
      const reply = await untilAborted(signal, answer.promise);
      setAwake(child, false);
      this.#idle = setTimeout(() => this.#endChild(), this.#idleMs).unref();
      return reply;
    } catch (error) {
      this.#child = null;
      await killAndWait(child);
      throw error;
    } finally {
      child.off('message', answer.resolve).off('exit', onExit).off('error', onError);
      child.stderr?.off('data', onStderr);
      child.stderr?.resume();
    }
  }
}

const isRunning = (child: ChildProcess): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;

async function killAndWait(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  setAwake(child, true);
  const gone = Promise.withResolvers<void>();
  child.once('exit', () => gone.resolve());
  child.kill('SIGKILL');
  await gone.promise;
}

function setAwake(child: ChildProcess, awake: boolean): void {
  const parts = [child, child.channel, child.stderr];
  for (const part of parts) {
    if (part === null || part === undefined) continue;
    if (awake && 'ref' in part && typeof part.ref === 'function') part.ref();
    if (!awake && 'unref' in part && typeof part.unref === 'function') part.unref();
  }
}
