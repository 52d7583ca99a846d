/** The program of the thread that levels a narration: it takes the samples over, gives them back with their level, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { levelNarration } from './level-narration.ts';

const pcm: unknown = workerData;
if (!(pcm instanceof Int16Array && pcm.buffer instanceof ArrayBuffer)) {
  throw new TypeError('The levelling thread was given no 16-bit samples of its own.');
}
const level = levelNarration(pcm);
parentPort?.postMessage({ pcm, level }, [pcm.buffer]);
