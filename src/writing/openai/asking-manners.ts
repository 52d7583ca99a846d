import { saysContextExceeded } from '../context-exceeded-error.ts';
import type { ModelQuestion } from '../model-transport.ts';
import { estimateTokens } from '../prompts/estimate-tokens.ts';
import type { ServerRefusal } from '../server-refusal.ts';
import { withoutEcho } from './without-echo.ts';

/**
 * How a model of a server wants to be asked. Servers refuse what they do not know, or leave it unread, and none tells
 * beforehand: https://docs.vllm.ai/en/stable/serving/openai_compatible_server/ and the issues that the decision note names.
 */
export interface AskingManners {
  /** Some models take the newer name alone; some servers leave that one unread, and would write without an end. */
  readonly limit: 'max_tokens' | 'max_completion_tokens';
  /** The least thinking that the server lets a request name. */
  readonly effort: 'none' | 'low';
  /** What the server refuses. */
  readonly leftOut: readonly OptionalField[];
  /** Whether it has thought although it was told not to. */
  readonly thinks: boolean;
}

/** Fields that better an answer, and without which a question is still the same one; with how a refusal names them. */
const OPTIONAL_FIELDS = [
  { name: 'chat_template_kwargs', refused: /\bchat_template|\benable_thinking\b/i },
  { name: 'reasoning_effort', refused: /\breasoning[_ ]effort\b/i },
  { name: 'temperature', refused: /\btemperature\b/i },
  { name: 'seed', refused: /\bseed\b/i },
  { name: 'stream_options', refused: /\bstream_options\b/i },
] as const;

type OptionalField = (typeof OPTIONAL_FIELDS)[number]['name'];

/** How a model is asked of which nothing is known: as vLLM, llama-server and LM Studio take it, without thinking. */
export const FIRST_MANNERS: AskingManners = { limit: 'max_tokens', effort: 'none', leftOut: [], thinks: false };

/** Thoughts count as tokens of the answer: of a model that cannot leave them out, they get room of their own. */
const THOUGHT_TOKENS = 2_048;

/** Returns the body of a request. Thoughts get room as far as the context has it, both in tokens. */
export function writeRequest(question: ModelQuestion, manners: AskingManners, contextTokens: number) {
  const { maxAnswerTokens, messages, model, schema, schemaName, seed, temperature } = question;
  const optional: Readonly<Record<OptionalField, unknown>> = {
    chat_template_kwargs: { enable_thinking: false },
    reasoning_effort: manners.effort,
    temperature,
    seed,
    stream_options: { include_usage: true },
  };
  const taken = Object.entries(optional).filter(([name]) => !manners.leftOut.some((field) => field === name));
  const prompt = messages.map(({ content }) => content).join('\n');
  const free = Math.max(0, contextTokens - estimateTokens(prompt) - maxAnswerTokens);
  return {
    model,
    messages,
    stream: true,
    response_format: { type: 'json_schema', json_schema: { name: schemaName, schema, strict: true } },
    ...Object.fromEntries(taken),
    [manners.limit]: maxAnswerTokens + (manners.thinks ? Math.min(THOUGHT_TOKENS, free) : 0),
  };
}

/** Returns how to ask after a refusal that names a field; null when it names none that can be asked without. */
export function learnFromRefusal(
  manners: AskingManners,
  { body, status }: Pick<ServerRefusal, 'body' | 'status'>,
): AskingManners | null {
  const said = withoutEcho(body);
  if ((status !== 400 && status !== 422) || saysContextExceeded(said)) return null;
  if (manners.limit === 'max_tokens' && said.includes('max_completion_tokens')) {
    return { ...manners, limit: 'max_completion_tokens' };
  }
  const named = OPTIONAL_FIELDS.filter(
    ({ name, refused }) => refused.test(said) && !manners.leftOut.includes(name),
  ).map(({ name }) => name);
  if (named.length === 0) return null;
  const isEffortAlone = named.length === 1 && named[0] === 'reasoning_effort';
  if (isEffortAlone && manners.effort === 'none') return { ...manners, effort: 'low' };
  return { ...manners, leftOut: [...manners.leftOut, ...named] };
}

/** Returns how to ask a model that has thought although it was told not to; null when all of that was tried. */
export function learnFromThoughts(manners: AskingManners): AskingManners | null {
  return manners.thinks ? null : { ...manners, effort: 'low', thinks: true };
}
