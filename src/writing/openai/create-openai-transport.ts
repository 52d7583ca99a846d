import { z } from 'zod';
import { BrokenAnswer } from '../broken-answer.ts';
import type { ModelAnswer, ModelQuestion, ModelTransport } from '../model-transport.ts';
import { readRefusal, ServerRefusal } from '../server-refusal.ts';
import { type OpenAiDoor, openAiCallOf } from './openai-door.ts';
import { readEventStream } from './read-event-stream.ts';
import { sendOpenAi } from './send-openai.ts';
import { toOpenAiError } from './to-openai-error.ts';

/**
 * Asks models of an OpenAI-compatible server (vLLM, llama-server, LM Studio) over `chat/completions`, streamed and held to a
 * JSON schema. Throws as `ModelTransport` says, by `toOpenAiError`.
 */
export function createOpenAiTransport(door: OpenAiDoor): ModelTransport {
  return {
    ask: async (question, signal) => {
      try {
        signal.throwIfAborted();
        const sent = await sendOpenAi(door, { path: 'chat/completions', body: bodyOf(question) }, signal);
        const { body, headers } = sent.response;
        const mediaType = headers.get('content-type') ?? '';
        if (body === null || !mediaType.includes('event-stream')) {
          throw await readRefusal(sent.response);
        }
        return { ...(await readAnswer(body, headers)), connections: sent.connections };
      } catch (error) {
        throw toOpenAiError(openAiCallOf(door, question.model), error, signal);
      }
    },
  };
}

const bodyOf = (question: ModelQuestion) => ({
  model: question.model,
  messages: question.messages,
  stream: true,
  stream_options: { include_usage: true },
  response_format: {
    type: 'json_schema',
    json_schema: { name: question.schemaName, schema: question.schema, strict: true },
  },
  temperature: question.temperature,
  seed: question.seed,
  max_tokens: question.maxAnswerTokens,
});

const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z.object({ prompt_tokens: z.number().nullish(), completion_tokens: z.number().nullish() }).nullish(),
  error: z.unknown().optional(),
});

async function readAnswer(
  body: AsyncIterable<Uint8Array>,
  headers: Pick<Headers, 'get'>,
): Promise<Omit<ModelAnswer, 'connections'>> {
  let text = '';
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
    const chunk = readChunk(data);
    if (chunk.error !== undefined && chunk.error !== null) throw new ServerRefusal(200, headers, data);
    const choice = chunk.choices?.[0];
    text += choice?.delta?.content ?? '';
    reason = choice?.finish_reason ?? reason;
    promptTokens = chunk.usage?.prompt_tokens ?? promptTokens;
    answerTokens = chunk.usage?.completion_tokens ?? answerTokens;
  }
  if (!isDone || reason === null) throw new BrokenAnswer('garbled', 'broke off before the end');
  if (reason !== 'stop' && reason !== 'length') throw new BrokenAnswer('garbled', `stopped because of "${reason}"`);
  return { text, finish: reason, promptTokens, answerTokens };
}

function readChunk(data: string): z.infer<typeof chunkSchema> {
  try {
    return chunkSchema.parse(JSON.parse(data));
  } catch (error) {
    throw new BrokenAnswer('garbled', 'with an event that is no part of an answer', { cause: error });
  }
}
