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

/** A call to an Ollama server, as far as its errors speak of it. */
export interface OllamaCall extends ProviderCall {
  /** What was asked for, and whether the model knows no more. Default: what the server tells. */
  readonly context?: { readonly tokens: number; readonly isMost: boolean };
}

/**
 * Returns what to throw for what a client of `createOllamaClient` threw: MODEL_MISSING, CONTEXT_EXCEEDED, PROVIDER_UNSUITABLE
 * for a server that is no Ollama, PROVIDER_BAD_OUTPUT for an answer that broke off, else by `toProviderError`. The reason of
 * an aborted `signal` comes back itself.
 */
export function toOllamaError(call: OllamaCall, thrown: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  for (const cause of listCauses(thrown)) {
    if (cause instanceof ServerRefusal) return refusalError(call, cause);
    if (cause instanceof BrokenAnswer) return streamError(call, cause);
    // The wording of the `ollama` package, which has no class for it.
    if (cause.message === 'Did not receive done or success response in stream.') {
      return providerOutputError(call, 'broke off before the end', cause);
    }
    if (cause instanceof SyntaxError) return unsuitableError(call, 'with something that is no JSON');
  }
  return toProviderError(call, thrown, signal);
}

/** What the server says in its own form. */
const refusalSchema = z.object({ error: z.string() });

function refusalError(call: OllamaCall, { status, headers, body }: ServerRefusal): Error {
  const said = refusalSchema.safeParse(parseJson(body)).data?.error ?? null;
  if (status < 300)
    return unsuitableError(call, `with ${headers.get('content-type') ?? 'something else'} in place of JSON`);
  if (said !== null && saysContextExceeded(said)) return exceededError(call, said);
  // A server of something else knows none of these paths; Ollama names the model that it lacks.
  if ((status === 404 && said === null) || status === 405) return unsuitableError(call, `with HTTP ${status}`);
  if (status === 403 && body === '') return foreignNameError(call);
  if (status === 404 && call.model !== undefined) return missingError(call, call.model);
  // 400 since 0.30, 500 before: no later attempt makes it another schema.
  if (said !== null && /schema|grammar/i.test(said)) return schemaError(call, said);
  return providerAnswerError(call, { status, headers, body: said ?? body });
}

/** The model was there when the run began. */
function missingError(call: OllamaCall, model: string): ProviderError {
  return new ProviderError(
    'MODEL_MISSING',
    `${describeProvider(call)} no longer has the model "${model}"; get it with \`ollama pull ${model}\`, or choose another one.`,
    { provider: call.provider, statusCode: 404 },
  );
}

function streamError(call: OllamaCall, broken: BrokenAnswer): Error {
  if (broken.kind === 'garbled') return providerOutputError(call, `with ${broken.message}`, broken);
  const said = broken.message;
  if (saysContextExceeded(said)) return exceededError(call, said);
  const details = { provider: call.provider };
  if (call.model !== undefined && /file does not exist|model .*not found/i.test(said)) {
    return new ProviderError(
      'MODEL_MISSING',
      `${describeProvider(call)} knows no model "${call.model}" (${hideSecrets(said, call)}); check its name or choose another one.`,
      details,
    );
  }
  return new ProviderError(
    'PROVIDER_FAILED',
    `${describeProvider(call)} broke its answer off and said ${JSON.stringify(hideSecrets(said, call))}; look into its log and try again.`,
    details,
  );
}

function exceededError(call: OllamaCall, said: string): Error {
  const [promptTokens = null, contextTokens = null] = [...said.matchAll(/\((\d+) tokens\)/g)].map(([, n]) => Number(n));
  return contextExceededError(call, {
    promptTokens,
    contextTokens: contextTokens ?? call.context?.tokens ?? null,
    limitedBy: call.context?.isMost === true ? 'model' : 'setting',
  });
}

function unsuitableError(call: OllamaCall, answered: string): ProviderError {
  return new ProviderError(
    'PROVIDER_UNSUITABLE',
    `What answers at ${call.url.host}${call.url.pathname.replace(/\/$/, '')} is no Ollama server: it answered ${answered}; correct the address in OLLAMA_HOST.`,
    { provider: call.provider },
  );
}

function schemaError(call: OllamaCall, said: string): ProviderError {
  return new ProviderError(
    'PROVIDER_UNSUITABLE',
    `${describeProvider(call)} cannot hold an answer to the schema asked for (${hideSecrets(said, call).slice(0, 200)}); update it.`,
    { provider: call.provider },
  );
}

/** A server on a loopback address takes requests for local names alone: https://docs.ollama.com/faq. */
function foreignNameError(call: OllamaCall): ProviderError {
  return new ProviderError(
    'PROVIDER_REFUSED',
    `${describeProvider(call)} refuses requests under the name "${call.url.hostname}" (HTTP 403); start it with OLLAMA_HOST=0.0.0.0 or name the caller in its OLLAMA_ORIGINS.`,
    { provider: call.provider, statusCode: 403 },
  );
}
