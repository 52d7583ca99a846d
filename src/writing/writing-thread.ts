/** The program of the thread that writes without a model. Brief and outline come as JSON, by which it knows them again. */
import { z } from 'zod';
import { outlineSchema, outlineSlideSchema } from '../contract/schemas/outline.ts';
import { sourceDocumentSchema } from '../contract/schemas/source-document.ts';
import { serveWork } from '../platform/serve-work.ts';
import { createExtractiveWriter } from './create-extractive-writer.ts';
import type { LectureBrief } from './writer.ts';

const workSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('outline'), brief: z.string() }),
  z.strictObject({ kind: z.literal('slide'), brief: z.string(), outline: z.string(), slide: outlineSlideSchema }),
]);

const briefSchema: z.ZodType<LectureBrief> = z.strictObject({
  document: sourceDocumentSchema.nullable(),
  topic: z.string().nullable(),
  language: z.string(),
  slides: z.number().int(),
  minutes: z.number().int().nullable(),
  audience: z.string().nullable(),
  tone: z.string().nullable(),
  model: z.string().nullable(),
  variation: z.number().int(),
  attempt: z.number().int(),
});

// The writer remembers what it worked out of a document by the object itself.
const briefOf = rememberLast((json) => briefSchema.parse(JSON.parse(json)));
const outlineOf = rememberLast((json) => outlineSchema.parse(JSON.parse(json)));
const writer = createExtractiveWriter();
/** A cancel ends the whole thread. */
const never = new AbortController().signal;

serveWork(async (input) => {
  const work = workSchema.parse(input);
  const brief = briefOf(work.brief);
  const written =
    work.kind === 'outline'
      ? await writer.writeOutline(brief, never)
      : await writer.writeSlide({ brief, outline: outlineOf(work.outline), slide: work.slide }, never);
  return written.value;
});

function rememberLast<T>(parse: (json: string) => T): (json: string) => T {
  let last: { readonly json: string; readonly value: T } | null = null;
  return (json) => {
    if (last?.json !== json) last = { json, value: parse(json) };
    return last.value;
  };
}
