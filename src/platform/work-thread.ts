import { Worker } from 'node:worker_threads';
import { InputError } from '../contract/errors.ts';
import { untilAborted } from './until-aborted.ts';
import { takeWorkAnswer } from './work-answer.ts';

/**
 * A thread for work that computes for longer than a heartbeat may wait, one piece after the other. It starts with the
 * first piece and stays, with what its program remembers, until it is disposed. Its program calls `serveWork`.
 */
export class WorkThread implements AsyncDisposable {
  readonly #program: URL;
  #worker: Worker | null = null;
  #before: Promise<unknown> = Promise.resolve();

  constructor(program: URL) {
    this.#program = program;
  }

  /**
   * Returns what the program makes of `work`; both cross as structured clones. An abort ends the thread in mid-work and
   * rejects with the reason; the next piece gets a new one. Throws InputError as the program does; anything else that
   * the program throws is a defect, and comes as it is.
   */
  async run(work: unknown, signal: AbortSignal): Promise<unknown> {
    const before = this.#before;
    const end = Promise.withResolvers<void>();
    this.#before = Promise.all([before, end.promise]);
    try {
      await untilAborted(signal, before);
      return await this.#runNow(work, signal);
    } finally {
      end.resolve();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #start(): Worker {
    // Flags of the process, such as an inspector port, are not for its threads.
    const worker = new Worker(this.#program, { execArgv: [] });
    worker
      // Who waits for an answer hears it; between two pieces of work there is nobody to tell, and the next gets a new thread.
      .on('error', () => undefined)
      .once('exit', () => {
        if (this.#worker === worker) this.#worker = null;
      });
    return worker;
  }

  async #runNow(work: unknown, signal: AbortSignal): Promise<unknown> {
    signal.throwIfAborted();
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const answer = Promise.withResolvers<unknown>();
    const onExit = (code: number): void =>
      answer.reject(new Error(`The thread of ${this.#program.pathname} ended with ${code} and no answer.`));
    worker.once('message', answer.resolve).once('error', answer.reject).once('exit', onExit);
    worker.ref();
    try {
      worker.postMessage(work);
      return takeWorkAnswer(await untilAborted(signal, answer.promise));
    } catch (error) {
      if (error instanceof InputError) throw error;
      this.#worker = null;
      await worker.terminate();
      throw error;
    } finally {
      worker.off('message', answer.resolve).off('error', answer.reject).off('exit', onExit);
      // A thread that waits for work must not keep a process alive that is done.
      worker.unref();
    }
  }
}
