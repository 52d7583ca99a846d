import { OpenAiRefusal } from './openai-refusal.ts';

/** Returns what a server refuses of the body of a completion; null takes it. */
export type Strictness = (body: Readonly<Record<string, unknown>>) => OpenAiRefusal | null;

const refuse = (message: string): OpenAiRefusal => new OpenAiRefusal(400, 'invalid_request_error', message);

const firstOf =
  (...rules: readonly Strictness[]): Strictness =>
  (body) => {
    for (const rule of rules) {
      const refusal = rule(body);
      if (refusal !== null) return refusal;
    }
    return null;
  };

/** An argument that the server does not know: https://github.com/TutteInstitute/toponymy/pull/148. */
const unknown =
  (...names: readonly string[]): Strictness =>
  (body) => {
    const found = names.filter((name) => name in body);
    return found.length === 0 ? null : refuse(`Unrecognized request argument supplied: ${found.join(', ')}`);
  };

const newLimitAlone: Strictness = (body) =>
  'max_tokens' in body
    ? refuse(
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      )
    : null;

const oneTemperature: Strictness = ({ temperature }) =>
  temperature === undefined || temperature === 1
    ? null
    : refuse(
        `Unsupported value: 'temperature' does not support ${String(temperature)} with this model. Only the default (1) value is supported.`,
      );

const efforts =
  (...known: readonly string[]): Strictness =>
  ({ reasoning_effort: effort }) =>
    effort === undefined || known.some((name) => name === effort)
      ? null
      : refuse(
          `1 validation error: {'type': 'literal_error', 'loc': ('body', 'reasoning_effort'), 'msg': "Input should be ${known.join(' or ')}", 'input': '${String(effort)}'}`,
        );

/** All fields at once, as servers built on pydantic do that forbid what they do not know. */
const extraFields =
  (...names: readonly string[]): Strictness =>
  (body) => {
    const detail = names
      .filter((name) => name in body)
      .map((name) => ({ type: 'extra_forbidden', loc: ['body', name], msg: 'Extra inputs are not permitted' }));
    return detail.length === 0 ? null : new OpenAiRefusal(422, 'invalid_request_error', JSON.stringify({ detail }));
  };

/** Servers and models that refuse a part of what others need, in their own words. */
export const STRICT_SERVERS = {
  /** Knows neither the template's switch nor, for such a model, the old name of the limit or another temperature than 1. */
  'OpenAI with a model that thinks': firstOf(
    unknown('chat_template_kwargs'),
    newLimitAlone,
    oneTemperature,
    efforts('minimal', 'low'),
  ),
  'OpenAI with a model that does not think': unknown('chat_template_kwargs', 'reasoning_effort'),
  /** https://github.com/linagora/openrag/pull/335 */
  'vLLM with a tokenizer of Mistral': (body) =>
    'chat_template_kwargs' in body ? refuse('chat_template is not supported for Mistral tokenizers.') : null,
  /** https://github.com/sgl-project/sglang/pull/20552 */
  'SGLang and older vLLM': efforts('low', 'medium', 'high'),
  'a server that forbids what it does not know': extraFields(
    'chat_template_kwargs',
    'reasoning_effort',
    'seed',
    'stream_options',
  ),
} as const satisfies Record<string, Strictness>;
