import type { ServerResponse } from 'node:http';
import { type AnswerHook, composeAnswer, promptOf } from '../ollama/compose-answer.ts';
import type { OllamaFault } from '../ollama/ollama-fault.ts';
import type { ProseLanguage } from '../ollama/prose.ts';
import { resetConnection } from '../ollama/reset-connection.ts';
import { splitTokens } from '../ollama/split-tokens.ts';
import type { OpenAiFault } from './openai-fault.ts';
import { OpenAiRefusal } from './openai-refusal.ts';
import type { CompletionRequest } from './read-completion-request.ts';

/** A model that thinks before it answers. */
export interface OpenAiThinking {
  /** Whether it thinks also when it was told not to. */
  readonly always: boolean;
  /** How long it thinks. */
  readonly tokens: number;
  /**
   * Where its thoughts stand: `reasoning_content` of llama-server, LM Studio and older vLLM, `reasoning` of newer vLLM,
   * the text itself of servers that know no such model (`opened`: the prompt has the opening mark already), or nowhere.
   */
  readonly in: 'reasoning_content' | 'reasoning' | 'content' | 'content-opened' | 'nowhere';
}

export interface CompletionDeps {
  /** Prompt and answer together. */
  readonly contextTokens: number;
  readonly answer: AnswerHook | null;
  readonly language: ProseLanguage | null;
  readonly thinking: OpenAiThinking | null;
}

/** A token of the stream, and the field of a delta that it stands in; null for one that is not shown. */
interface SentToken {
  readonly text: string;
  readonly field: 'content' | 'reasoning_content' | 'reasoning' | null;
}

/** Those that both stand-ins play in the text itself. */
const FAULTS_OF_TEXT: Readonly<Partial<Record<OpenAiFault, OllamaFault>>> = {
  'empty-200': 'empty-200',
  'broken-json': 'broken-json',
  'repeated-text': 'repeated-text',
  'wrong-language': 'wrong-language',
};

/** Sends a completion as server-sent events, with one fault or none. Throws OpenAiRefusal before any byte of the answer. */
export async function sendCompletion(
  request: CompletionRequest,
  fault: OpenAiFault | null,
  response: ServerResponse,
  deps: CompletionDeps,
): Promise<void> {
  const { asked, includesUsage, maxTokens } = request;
  const promptTokens = splitTokens(promptOf(asked)).length;
  if (promptTokens >= deps.contextTokens) throw contextRefusal(promptTokens, deps.contextTokens);
  const ofText = fault === null ? null : (FAULTS_OF_TEXT[fault] ?? null);
  const answer = splitTokens(composeAnswer(asked, ofText, deps.answer, deps.language));
  const thoughts = deps.thinking === null || (request.thinksNot && !deps.thinking.always) ? [] : think(deps.thinking);
  const all: readonly SentToken[] = [...thoughts, ...answer.map((text) => ({ text, field: 'content' }) as const)];
  const most = Math.min(maxTokens, deps.contextTokens - promptTokens);
  const tokens = all.slice(0, most);
  const isBroken = fault === 'cut-stream' || fault === 'connection-reset' || fault === 'error-event';
  const head = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 0, model: asked.model };
  const send = (data: unknown) => response.write(`data: ${JSON.stringify(data)}\n\n`);
  const sendDelta = (delta: Record<string, unknown>, reason: string | null) =>
    send({ ...head, choices: [{ index: 0, delta, finish_reason: reason }], ...(includesUsage && { usage: null }) });

  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
  sendDelta({ role: 'assistant', content: '' }, null);
  for (const { field, text } of isBroken ? tokens.slice(0, Math.ceil(tokens.length / 2)) : tokens) {
    if (field !== null) sendDelta({ [field]: text }, null);
  }
  if (fault === 'connection-reset') return await resetConnection(response);
  if (fault === 'error-event') {
    send({ error: { message: 'EngineCore encountered an issue.', type: 'InternalServerError', code: 500 } });
  }
  if (isBroken) {
    response.end();
    return;
  }
  sendDelta({}, most < all.length ? 'length' : 'stop');
  const usage = {
    prompt_tokens: promptTokens,
    completion_tokens: tokens.length,
    total_tokens: promptTokens + tokens.length,
  };
  if (includesUsage) send({ ...head, choices: [], usage });
  response.end('data: [DONE]\n\n');
}

function think({ in: place, tokens }: OpenAiThinking): readonly SentToken[] {
  // With a brace: thoughts often hold a draft of the answer.
  const words = Array.from({ length: tokens }, (_, at) => (at === 0 ? '{"title":"A draft"}' : ' hm'));
  const isText = place === 'content' || place === 'content-opened';
  const field = isText ? 'content' : place === 'nowhere' ? null : place;
  const marked = isText ? [...(place === 'content' ? ['<think>'] : []), 'So: ', ...words, '</think>\n\n'] : words;
  return marked.map((text) => ({ text, field }));
}

function contextRefusal(promptTokens: number, contextTokens: number): OpenAiRefusal {
  return new OpenAiRefusal(
    400,
    'BadRequestError',
    `This model's maximum context length is ${contextTokens} tokens. However, you requested ${promptTokens} tokens in the messages, Please reduce the length of the messages.`,
  );
}
