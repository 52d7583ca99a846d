import { createHash } from 'node:crypto';
import { type Dispatcher, fetch } from 'undici';
import { z } from 'zod';
import { ProviderError } from '../../../src/contract/errors.ts';
import type { Outline, OutlineSlide } from '../../../src/contract/schemas/outline.ts';
import type { SlideScript } from '../../../src/contract/schemas/slide-script.ts';
import type { SourceDocument } from '../../../src/contract/schemas/source-document.ts';
import type { ProviderCall } from '../../../src/platform/provider-call.ts';
import { providerOutputError } from '../../../src/platform/provider-output-error.ts';
import type { ModelWriter } from '../../../src/writing/writer.ts';
import { writtenByRule } from '../../../src/writing/written-by-rule.ts';
import { callProvider, refusalOf } from './call-provider.ts';
import { findUnusableText } from './find-unusable-text.ts';
import { parseJson, readNdjson } from './read-ndjson.ts';

const WRITER_ID = 'ollama';
/** Of the document, so that a prompt stays short. */
const MATTER_CHARACTERS = 1_500;

export interface StandInWriterInput {
  readonly url: string;
  readonly model: string;
  readonly dispatcher: Dispatcher;
  /** The longest that one call may take. */
  readonly limitMs: number;
}

const outlineAnswer = (contentSlides: number) =>
  z.strictObject({
    title: z.string().min(3).max(50),
    slides: z
      .array(
        z.strictObject({
          heading: z.string().min(3).max(40),
          keywords: z.array(z.string().min(2).max(20)).min(1).max(2),
        }),
      )
      .length(contentSlides),
  });

const slideAnswerSchema = z.strictObject({
  points: z.array(z.string().min(8).max(50)).min(2).max(2),
  narration: z.array(z.string().min(20).max(120)).min(1).max(2),
});

/** Answers to `/api/chat`: each line of the stream, and what a refusal in the midst of it looks like. */
const chatLineSchema = z.union([
  z.object({ error: z.string() }),
  z.object({
    message: z.object({ content: z.string() }).optional(),
    done: z.boolean(),
    done_reason: z.string().optional(),
  }),
]);

/**
 * Creates a writer over the wire of an Ollama server: one call an outline and one a slide, answers bound by a JSON schema
 * and checked. It never tries again by itself. Throws MODEL_MISSING, PROVIDER_BAD_OUTPUT and what the wire throws.
 */
export function createStandInWriter(input: StandInWriterInput): ModelWriter {
  const { model } = input;
  return {
    id: WRITER_ID,
    fingerprint: 'stand-in-writer-1',
    matterOf: ({ outline }) => ({ title: outline.title, headings: outline.slides.map(({ heading }) => heading) }),
    prepareModel: async (_wanted, _report, signal) =>
      (await isAvailable(input, signal)) ? { model, digest: null, warnings: [] } : null,
    tagNarration: null,
    async writeOutline({ document, slides, language }, signal) {
      if (document === null) throw new TypeError('This writer needs a document.');
      const contentSlides = Math.max(1, slides - 1);
      const prompt = `Plan a lecture of ${contentSlides} slides about this text:\n${matterOf(document)}`;
      return writtenByRule(
        toOutline(await ask(input, outlineAnswer(contentSlides), prompt, signal), document, language),
      );
    },
    async writeSlide({ brief: { document }, outline, slide }, signal) {
      if (document === null) throw new TypeError('This writer needs a document.');
      const prompt = `Write the slide "${slide.heading}" of the lecture "${outline.title}" from this text:\n${matterOf(document)}`;
      return writtenByRule(toScript(await ask(input, slideAnswerSchema, prompt, signal), slide));
    },
  };
}

const callOf = ({ url, model }: StandInWriterInput): ProviderCall => ({
  provider: 'Ollama',
  url: new URL(url),
  model,
  now: Date.now,
});

async function isAvailable(input: StandInWriterInput, signal: AbortSignal): Promise<boolean> {
  const { url, dispatcher, limitMs } = input;
  try {
    return await callProvider(callOf(input), { limitMs, signal }, async (abort) => {
      const response = await fetch(`${url}/api/version`, { dispatcher, signal: abort });
      await response.text();
      return response.ok;
    });
  } catch (error) {
    if (error instanceof ProviderError) return false;
    throw error;
  }
}

/** One answer of the model as JSON of the wanted shape, in usable words. */
async function ask<Answer>(
  input: StandInWriterInput,
  schema: z.ZodType<Answer>,
  prompt: string,
  signal: AbortSignal,
): Promise<Answer> {
  const { url, model, dispatcher, limitMs } = input;
  const call = callOf(input);
  const body = {
    model,
    stream: true,
    think: false,
    truncate: false,
    shift: false,
    options: { num_ctx: 8_192, num_predict: 1_024, seed: 1 },
    format: z.toJSONSchema(schema, { target: 'draft-7' }),
    messages: [
      { role: 'system', content: 'You write lectures in English. Answer with compact JSON.' },
      { role: 'user', content: prompt },
    ],
  };
  const text = await callProvider(call, { limitMs, signal }, async (abort) => {
    const response = await fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      dispatcher,
      signal: abort,
    });
    if (!response.ok || response.body === null) throw await refusalOf(call, response);
    return readAnswer(call, response.body);
  });
  return parseAnswer(call, text, schema);
}

/** The whole content of a stream. Throws PROVIDER_BAD_OUTPUT unless it came to its own end. */
async function readAnswer(call: ProviderCall, body: AsyncIterable<Uint8Array>): Promise<string> {
  let content = '';
  let reason: string | null = null;
  for await (const line of readNdjson(body)) {
    const parsed = chatLineSchema.safeParse(line);
    if (!parsed.success) throw providerOutputError(call, 'with a line that is no part of an answer', parsed.error);
    if ('error' in parsed.data) throw providerOutputError(call, `broke off with "${parsed.data.error}"`);
    content += parsed.data.message?.content ?? '';
    if (parsed.data.done) reason = parsed.data.done_reason ?? 'stop';
  }
  if (reason === null) throw providerOutputError(call, 'broke off before the end');
  if (reason !== 'stop') throw providerOutputError(call, `stopped because of "${reason}"`);
  if (content.trim() === '') throw providerOutputError(call, 'with nothing');
  return content;
}

function parseAnswer<Answer>(call: ProviderCall, text: string, schema: z.ZodType<Answer>): Answer {
  const json = parseJson(text);
  if (json === undefined) throw providerOutputError(call, 'with something that is no JSON');
  const answer = schema.safeParse(json);
  if (!answer.success) throw providerOutputError(call, 'in another shape than asked for', answer.error);
  const problem = findUnusableText(listStrings(json).join(' '));
  if (problem !== null) throw providerOutputError(call, `with a text that ${problem}`);
  return answer.data;
}

function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(listStrings);
}

const matterOf = (document: SourceDocument): string =>
  document.passages
    .map(({ text }) => text)
    .join('\n')
    .slice(0, MATTER_CHARACTERS);

/** A cover, then the content slides, each with an equal share of the passages. */
function toOutline(
  answer: z.infer<ReturnType<typeof outlineAnswer>>,
  document: SourceDocument,
  language: string,
): Outline {
  const cover: OutlineSlide = {
    id: 'cover',
    role: 'cover',
    layout: 'cover',
    heading: answer.title,
    subtitle: null,
    pictureKeywords: null,
    passageIds: [],
    claim: null,
    covers: [],
    words: null,
    progress: null,
  };
  const share = Math.ceil(document.passages.length / answer.slides.length);
  const content = answer.slides.map(
    ({ heading, keywords }, index): OutlineSlide => ({
      id: `slide-${createHash('sha256').update(`${index} ${heading}`).digest('hex').slice(0, 8)}`,
      role: 'content',
      layout: 'bullets-picture',
      heading,
      subtitle: null,
      pictureKeywords: keywords,
      passageIds: document.passages.slice(index * share, (index + 1) * share).map(({ id }) => id),
      claim: null,
      covers: [],
      words: null,
      progress: null,
    }),
  );
  return { title: answer.title, subtitle: null, language, writer: WRITER_ID, slides: [cover, ...content] };
}

function toScript({ points, narration }: z.infer<typeof slideAnswerSchema>, slide: OutlineSlide): SlideScript {
  const keywords = slide.pictureKeywords;
  return {
    slideId: slide.id,
    layout: slide.layout,
    heading: slide.heading,
    subtitle: slide.subtitle,
    exhibit: null,
    points: slide.role === 'cover' ? [] : points,
    picture: keywords === null ? null : { keywords, altText: `Picture for ${slide.heading}` },
    narration: narration.map((text) => ({ text: /[.!?]$/.test(text) ? text : `${text}.`, supports: null })),
    citations: [],
    progress: null,
    smallPrint: [],
  };
}
