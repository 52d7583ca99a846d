/**
 * The program of a thread that ends its process when that takes more memory than it may. A limit on the heap of JavaScript
 * alone would not count what libraries unpack, and the thread that unpacks has no time to look.
 */
import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { MEMORY_LIMIT_MARK } from './memory-limit-mark.ts';

const LOOK_EVERY_MS = 50;
const STDERR = 2;
const { memoryBytes } = z.strictObject({ memoryBytes: z.number().positive() }).parse(workerData);

setInterval(() => {
  if (process.memoryUsage.rss() <= memoryBytes) return;
  writeSync(STDERR, MEMORY_LIMIT_MARK);
  process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY_MS);
parentPort?.postMessage('watching');
