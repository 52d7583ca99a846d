/**
 * The program that reads one document in a process of its own: libraries that unpack foreign bytes may crash, hang or take
 * all memory there. The document comes by stdin and the rest by the first argument; the answer leaves by stdout as JSON.
 */
import { Console } from 'node:console';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { answerWork } from '../../platform/work-answer.ts';
import { readDocument } from '../read-document.ts';
import { watchMemory } from './watch-memory.ts';

const orderSchema = z.strictObject({
  name: z.string(),
  language: z.string().nullable(),
  memoryBytes: z.number().positive(),
});

const { memoryBytes, ...order } = orderSchema.parse(JSON.parse(process.argv[2] ?? ''));
// Libraries print warnings about odd files; stdout is for the answer alone.
globalThis.console = new Console(process.stderr, process.stderr);
const [bytes] = await Promise.all([buffer(process.stdin), watchMemory(memoryBytes)]);
const answer = await answerWork(() => readDocument({ ...order, bytes: new Uint8Array(bytes) }));
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
