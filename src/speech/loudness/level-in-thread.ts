import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { NarrationLevel } from './level-narration.ts';

const answerSchema = z.strictObject({
  pcm: z.instanceof(Int16Array),
  level: z.strictObject({ integratedLufs: z.number(), truePeakDbtp: z.number(), gainDb: z.number() }),
});

export interface LevelledSound {
  readonly pcm: Int16Array;
  readonly level: NarrationLevel;
}

/**
 * Runs `levelNarration` in a thread of its own, since it takes seconds and this one has heartbeats to send. The samples go
 * there and come back without a copy: `pcm` must own the whole of its buffer, and is empty afterwards.
 * Throws what `levelNarration` throws; an abort ends the thread at once and rejects with the reason.
 */
export async function levelInThread(pcm: Int16Array<ArrayBuffer>, signal: AbortSignal): Promise<LevelledSound> {
  signal.throwIfAborted();
  const worker = new Worker(new URL(`./level-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: pcm,
    transferList: [pcm.buffer],
    // Flags of the process, such as an inspector port, are not for its threads.
    execArgv: [],
  });
  const answer = Promise.withResolvers<unknown>();
  const onAbort = (): void => answer.reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  worker
    .once('message', answer.resolve)
    .once('error', answer.reject)
    .once('exit', (code) => answer.reject(new Error(`The levelling thread ended with ${code} and no answer.`)));
  try {
    return answerSchema.parse(await answer.promise);
  } finally {
    signal.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
}
