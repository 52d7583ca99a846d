import { z } from 'zod';
import { BrokenAnswer } from '../broken-answer.ts';
import type { ModelAgent } from '../model-agent.ts';
import type { ModelAnswer, ModelQuestion, ModelTransport } from '../model-transport.ts';
import { createOllamaClient } from './ollama-client.ts';
import { type OllamaModelFacts, readOllamaModel } from './read-ollama-model.ts';
import { steadyRequest } from './steady-request.ts';
import { type OllamaCall, toOllamaError } from './to-ollama-error.ts';

export interface OllamaTransportInput {
  readonly url: URL;
  readonly agent: ModelAgent;
  /** Of one call, prompt and answer together. A model that was trained on less gets less. */
  readonly contextTokens: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Thoughts count as tokens of the answer: of a model that cannot leave them out, they get room of their own. */
const THOUGHT_TOKENS = 1_024;

/**
 * Asks models over `/api/chat`, streamed. What is known of a model is read once and forgotten when a call fails or says
 * nothing: its name may mean other weights by then. Throws as `ModelTransport` says, by `toOllamaError`.
 */
export function createOllamaTransport({ url, agent, contextTokens, now }: OllamaTransportInput): ModelTransport {
  const known = new Map<string, OllamaModelFacts>();

  const ask = async (question: ModelQuestion, signal: AbortSignal): Promise<ModelAnswer> => {
    const { model, messages, schema, temperature, seed, maxAnswerTokens } = question;
    let call: OllamaCall = { provider: 'Ollama', url, model, now };
    let connections = 0;
    try {
      signal.throwIfAborted();
      const client = createOllamaClient(url, agent, signal, (opened) => {
        connections += opened;
      });
      const facts = known.get(model) ?? (await readOllamaModel(client, model));
      known.set(model, facts);
      const steady = steadyRequest(model, facts, contextTokens);
      const tokens = steady.options?.num_ctx ?? contextTokens;
      call = { ...call, context: { tokens, isMost: tokens === facts.trainedContextTokens } };
      const thoughts = facts.think === false ? 0 : THOUGHT_TOKENS;
      const parts = await client.chat({
        ...steady,
        messages: messages.map((message) => ({ ...message })),
        format: schema,
        options: { ...steady.options, temperature, seed, num_predict: maxAnswerTokens + thoughts },
      });
      const answer = await readAnswer(parts);
      if (answer.text.trim() === '') known.delete(model);
      return { ...answer, connections };
    } catch (error) {
      known.delete(model);
      throw toOllamaError(call, error, signal);
    }
  };

  return { ask };
}

/** A line of the stream, checked: the package believes every one. */
const partSchema = z.object({
  message: z.object({ content: z.string() }).nullish(),
  done_reason: z.string().nullish(),
  prompt_eval_count: z.number().nullish(),
  eval_count: z.number().nullish(),
});

async function readAnswer(parts: AsyncIterable<unknown>): Promise<Omit<ModelAnswer, 'connections'>> {
  let text = '';
  let last: z.infer<typeof partSchema> = {};
  for await (const part of parts) {
    const parsed = partSchema.safeParse(part);
    if (!parsed.success) throw new BrokenAnswer('garbled', 'a line of another shape', { cause: parsed.error });
    last = parsed.data;
    text += last.message?.content ?? '';
  }
  return {
    text,
    finish: last.done_reason === 'length' ? 'length' : 'stop',
    promptTokens: last.prompt_eval_count ?? 0,
    answerTokens: last.eval_count ?? 0,
  };
}
