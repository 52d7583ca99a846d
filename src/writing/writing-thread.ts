/** The program of the thread that writes without a model. Document and outline come as JSON, by which it knows them again. */
import { z } from 'zod';
import { outlineSchema, outlineSlideSchema } from '../contract/schemas/outline.ts';
import { sourceDocumentSchema } from '../contract/schemas/source-document.ts';
import { serveWork } from '../platform/serve-work.ts';
import { createExtractiveWriter } from './create-extractive-writer.ts';

const workSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('outline'),
    document: z.string(),
    slides: z.number().int(),
    language: z.string(),
  }),
  z.strictObject({
    kind: z.literal('slide'),
    document: z.string(),
    outline: z.string(),
    slide: outlineSlideSchema,
  }),
]);

// The writer remembers what it worked out of a document by the object itself.
const documentOf = rememberLast((json) => sourceDocumentSchema.parse(JSON.parse(json)));
const outlineOf = rememberLast((json) => outlineSchema.parse(JSON.parse(json)));
const writer = createExtractiveWriter();
/** A cancel ends the whole thread. */
const never = new AbortController().signal;

serveWork(async (input) => {
  const work = workSchema.parse(input);
  const document = documentOf(work.document);
  if (work.kind === 'outline') {
    const { language, slides } = work;
    return writer.writeOutline({ document, slides, language }, never);
  }
  return writer.writeSlide({ document, outline: outlineOf(work.outline), slide: work.slide }, never);
});

function rememberLast<T>(parse: (json: string) => T): (json: string) => T {
  let last: { readonly json: string; readonly value: T } | null = null;
  return (json) => {
    if (last?.json !== json) last = { json, value: parse(json) };
    return last.value;
  };
}
