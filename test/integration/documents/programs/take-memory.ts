/** Stands in for a reader that unpacks a bomb: memory outside of the heap of JavaScript. */
import { z } from 'zod';
import { watchMemory } from '../../../../src/documents/process/watch-memory.ts';

/** Far beyond the limit of the test, and no danger to the machine when the limit fails. */
const ENOUGH_MIB = 1_500;

const { memoryBytes } = z.looseObject({ memoryBytes: z.number() }).parse(JSON.parse(process.argv[2] ?? ''));
await watchMemory(memoryBytes);
const held = Array.from({ length: ENOUGH_MIB }, (_unused, index) => new Uint8Array(1024 * 1024).fill(index % 251));
process.stdout.write(`${held.length} MiB were free to take.`);
