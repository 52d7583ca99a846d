import { type GenerationRequest, readGenerationRequest } from '../ollama/generation-request.ts';
import { isRecord } from '../ollama/is-record.ts';
import { OpenAiRefusal } from './openai-refusal.ts';

/** A request of `chat/completions`, read and checked. */
export interface CompletionRequest {
  /** What is asked, in the words of the other stand-in, so that both have one way of answering. */
  readonly asked: GenerationRequest;
  readonly maxTokens: number;
  readonly includesUsage: boolean;
  /** Whether thinking is switched off, by the template's switch or by the effort, as vLLM and llama-server take both. */
  readonly thinksNot: boolean;
}

/** Reads the body of a streamed completion. Throws OpenAiRefusal for one that no such server takes. */
export function readCompletionRequest(body: Record<string, unknown>): CompletionRequest {
  const { model, messages, temperature, seed } = body;
  if (typeof model !== 'string' || model === '') throw invalid('model: Field required');
  if (!Array.isArray(messages) || messages.length === 0) throw invalid('messages: Field required');
  if (body.stream !== true) throw invalid('this stand-in plays streams alone');
  const { enable_thinking: thinks } = isRecord(body.chat_template_kwargs) ? body.chat_template_kwargs : {};
  if (thinks !== undefined && typeof thinks !== 'boolean') {
    throw invalid('invalid type for "enable_thinking" (expected boolean, got string)');
  }
  const maxTokens = body.max_completion_tokens ?? body.max_tokens ?? Number.POSITIVE_INFINITY;
  if (typeof maxTokens !== 'number' || maxTokens < 1) throw invalid('max_tokens must be at least 1');
  return {
    asked: readGenerationRequest('chat', {
      model,
      messages,
      think: false,
      format: readSchema(body.response_format),
      options: { ...(temperature !== undefined && { temperature }), ...(seed !== undefined && { seed }) },
    }),
    maxTokens,
    thinksNot: thinks === false || body.reasoning_effort === 'none',
    includesUsage: isRecord(body.stream_options) && body.stream_options.include_usage === true,
  };
}

function readSchema(format: unknown): Record<string, unknown> | null {
  if (format === undefined || format === null) return null;
  const wanted = isRecord(format) && format.type === 'json_schema' ? format.json_schema : null;
  if (!isRecord(wanted) || !isRecord(wanted.schema)) throw invalid("'response_format.type' must be 'json_schema'");
  if (typeof wanted.name !== 'string' || !/^\w{1,64}$/.test(wanted.name)) {
    throw invalid('response_format.json_schema.name: String should match [a-zA-Z0-9_-]{1,64}');
  }
  return wanted.schema;
}

const invalid = (message: string): OpenAiRefusal => new OpenAiRefusal(400, 'BadRequestError', message);
