/** The program of the thread that reads short text, and stays warm between documents. */
import { serveWork } from '../platform/serve-work.ts';
import { documentInputSchema } from './document-input-schema.ts';
import { readDocument } from './read-document.ts';

serveWork(async (work) => readDocument(documentInputSchema.parse(work)));
