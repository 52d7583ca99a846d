import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Ends this process, with MEMORY_LIMIT_MARK as its last words, as soon as it takes more memory. Resolves once it is watched. */
export async function watchMemory(memoryBytes: number): Promise<void> {
  const watch = new Worker(new URL(`./memory-watch${extname(import.meta.url)}`, import.meta.url), {
    workerData: { memoryBytes },
    execArgv: [],
  });
  await once(watch, 'message');
  watch.unref();
}
