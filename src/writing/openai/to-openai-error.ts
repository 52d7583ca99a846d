import { z } from 'zod';
import { ProviderError } from '../../contract/errors.ts';
import { hideSecrets } from '../../platform/hide-secrets.ts';
import { listCauses } from '../../platform/list-causes.ts';
import { providerAnswerError } from '../../platform/provider-answer-error.ts';
import { describeProvider, type ProviderCall } from '../../platform/provider-call.ts';
import { providerOutputError } from '../../platform/provider-output-error.ts';
import { toProviderError } from '../../platform/to-provider-error.ts';
import { parseJson } from '../../shared/parse-json.ts';
import { BrokenAnswer } from '../broken-answer.ts';
import { contextExceededError, saysContextExceeded } from '../context-exceeded-error.ts';
import { ServerRefusal } from '../server-refusal.ts';
import { withoutEcho } from './without-echo.ts';

/**
 * Returns what to throw for what a call to an OpenAI-compatible server threw: CONTEXT_EXCEEDED, MODEL_MISSING,
 * PROVIDER_UNSUITABLE for a server that is none or takes no JSON schema, PROVIDER_BAD_OUTPUT for an answer that broke off,
 * else by `toProviderError`. The reason of an aborted `signal` comes back itself.
 */
export function toOpenAiError(call: ProviderCall, thrown: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  for (const cause of listCauses(thrown)) {
    if (cause instanceof ServerRefusal) return refusalError(call, cause);
    if (cause instanceof BrokenAnswer) return providerOutputError(call, cause.message, cause);
  }
  return toProviderError(call, thrown, signal);
}

function refusalError(call: ProviderCall, { status, headers, body }: ServerRefusal): Error {
  const { said, promptTokens, contextTokens } = readRefusal(body);
  const text = withoutEcho(said ?? body);
  if (saysContextExceeded(text)) {
    return contextExceededError(call, { promptTokens, contextTokens, limitedBy: 'server' });
  }
  if (status < 300 && said !== null) return failedError(call, said);
  if (status < 300) {
    const kind = headers.get('content-type') ?? 'something';
    return unsuitableError(
      call,
      `answered with ${kind} where a stream of events was asked for`,
      'correct LECTRA_OPENAI_URL',
    );
  }
  const isForSchema = /response_format|json_schema|structured|guided|grammar/i.test(text);
  if (isForSchema && (status === 400 || status === 422 || status === 501)) {
    return unsuitableError(
      call,
      `cannot hold an answer to a JSON schema (${shorten(hideSecrets(text, call))})`,
      'update it or choose another one',
    );
  }
  if (status === 405 || (status === 404 && !namesModel(text))) {
    return unsuitableError(
      call,
      `knows none of the paths of such a server (HTTP ${status})`,
      'correct LECTRA_OPENAI_URL',
    );
  }
  return providerAnswerError(call, { status, headers, body: text });
}

/** A server names the model that it lacks; a page in HTML, or a path such as "/v1/models", is no answer of one that lacks a model. */
const namesModel = (text: string): boolean => !text.trimStart().startsWith('<') && /(?<![a-z/])model(?!s)/i.test(text);

/** Of OpenAI and vLLM, of llama.cpp with the sizes beside the message, of LM Studio, whose error is a text. */
const refusalSchema = z.object({
  error: z
    .union([
      z.string(),
      z.object({
        message: z.string().nullish(),
        code: z.union([z.string(), z.number()]).nullish(),
        type: z.string().nullish(),
        n_prompt_tokens: z.number().nullish(),
        n_ctx: z.number().nullish(),
      }),
    ])
    .nullish(),
  message: z.string().nullish(),
});

interface ReadRefusal {
  readonly said: string | null;
  readonly promptTokens: number | null;
  readonly contextTokens: number | null;
}

function readRefusal(body: string): ReadRefusal {
  const { error = null, message } = refusalSchema.safeParse(parseJson(body)).data ?? {};
  if (error === null || typeof error === 'string') {
    const said = error ?? message ?? null;
    return { said, ...readSizes(said ?? '') };
  }
  const said = [error.message, error.type, error.code].filter((part) => typeof part === 'string').join(', ');
  const { promptTokens, contextTokens } = readSizes(said);
  return {
    said: said === '' ? null : said,
    promptTokens: error.n_prompt_tokens ?? promptTokens,
    contextTokens: error.n_ctx ?? contextTokens,
  };
}

/** "maximum context length is 8192 tokens. However, you requested 9100 tokens", "request (9100 tokens) exceeds … (8192 tokens)". */
function readSizes(said: string): Pick<ReadRefusal, 'promptTokens' | 'contextTokens'> {
  const context = /(?:context length (?:is|of)|context size \()\D{0,3}(\d+)/i.exec(said)?.[1];
  const prompt = /(?:requested|resulted in|request \()\D{0,10}(\d+)/i.exec(said)?.[1];
  return {
    promptTokens: prompt === undefined ? null : Number(prompt),
    contextTokens: context === undefined ? null : Number(context),
  };
}

function failedError(call: ProviderCall, said: string): ProviderError {
  return new ProviderError(
    'PROVIDER_FAILED',
    `${describeProvider(call)} broke its answer off and said ${JSON.stringify(shorten(hideSecrets(said, call)))}; look into its log and try again.`,
    { provider: call.provider },
  );
}

function unsuitableError(call: ProviderCall, problem: string, wayOut: string): ProviderError {
  return new ProviderError(
    'PROVIDER_UNSUITABLE',
    `${describeProvider(call)} ${hideSecrets(problem, call)}; ${wayOut}.`,
    { provider: call.provider },
  );
}

/** Of what is hidden already: half a key is not found any more. */
const shorten = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);
