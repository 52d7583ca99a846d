/** The program of the thread that levels a narration: it takes the samples over, gives them back with their level, and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { levelNarration } from './level-narration.ts';

const pcm = z.instanceof(Int16Array).parse(workerData);
const level = levelNarration(pcm);
parentPort?.postMessage({ pcm, level }, [pcm.buffer]);
