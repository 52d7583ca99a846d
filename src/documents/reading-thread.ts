/** The program of the thread that reads documents. */
import { z } from 'zod';
import { serveWork } from '../platform/serve-work.ts';
import { readDocument } from './read-document.ts';

const workSchema = z.strictObject({ bytes: z.instanceof(Uint8Array), name: z.string() });

serveWork(async (work) => readDocument(workSchema.parse(work)));
