import { z } from 'zod';
import { BrokenAnswer } from '../broken-answer.ts';
import type { ModelAnswer } from '../model-transport.ts';
import { ServerRefusal } from '../server-refusal.ts';
import { cutThoughts } from './cut-thoughts.ts';
import { readEventStream } from './read-event-stream.ts';

/** An answer, and whether the model thought before it: thoughts are no part of its text, yet of its tokens. */
export interface Completion extends Omit<ModelAnswer, 'connections'> {
  readonly hasThoughts: boolean;
}

const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z
          .object({
            content: z.string().nullish(),
            // Of llama-server, LM Studio and older vLLM; of vLLM since 0.11 and OpenRouter.
            reasoning_content: z.string().nullish().catch(null),
            reasoning: z.string().nullish().catch(null),
          })
          .nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z
    .object({
      prompt_tokens: z.number().nullish(),
      completion_tokens: z.number().nullish(),
      completion_tokens_details: z.object({ reasoning_tokens: z.number().nullish() }).nullish().catch(null),
    })
    .nullish(),
  error: z.unknown().optional(),
});

/**
 * Reads the events of a completion to the end of the body. Throws ServerRefusal for an error among them, and BrokenAnswer
 * for what is no completion, breaks off, or stops for another reason than its end or its limit.
 */
export async function readCompletion(
  body: AsyncIterable<Uint8Array>,
  headers: Pick<Headers, 'get'>,
): Promise<Completion> {
  let content = '';
  let hasThoughts = false;
  let reason: string | null = null;
  let promptTokens = 0;
  let answerTokens = 0;
  let isDone = false;
  for await (const data of readEventStream(body)) {
    // The rest of the body is still read: only then its connection serves the next call.
    if (isDone || data === '[DONE]') {
      isDone = true;
      continue;
    }
    const { choices, error, usage } = readChunk(data);
    if (error !== undefined && error !== null) throw new ServerRefusal(200, headers, data);
    const choice = choices?.[0];
    const delta = choice?.delta;
    content += delta?.content ?? '';
    reason = choice?.finish_reason ?? reason;
    promptTokens = usage?.prompt_tokens ?? promptTokens;
    answerTokens = usage?.completion_tokens ?? answerTokens;
    const thought = `${delta?.reasoning_content ?? ''}${delta?.reasoning ?? ''}`;
    hasThoughts ||= thought !== '' || (usage?.completion_tokens_details?.reasoning_tokens ?? 0) > 0;
  }
  if (!isDone || reason === null) throw new BrokenAnswer('garbled', 'broke off before the end');
  if (reason !== 'stop' && reason !== 'length') throw new BrokenAnswer('garbled', `stopped because of "${reason}"`);
  const spoken = cutThoughts(content);
  // At its limit without a word: some servers show no thoughts, and count none.
  const isSilent = content === '' && reason === 'length';
  return {
    text: spoken.text,
    hasThoughts: hasThoughts || spoken.hasThoughts || isSilent,
    finish: reason,
    promptTokens,
    answerTokens,
  };
}

function readChunk(data: string): z.infer<typeof chunkSchema> {
  try {
    return chunkSchema.parse(JSON.parse(data));
  } catch (error) {
    throw new BrokenAnswer('garbled', 'with an event that is no part of an answer', { cause: error });
  }
}
