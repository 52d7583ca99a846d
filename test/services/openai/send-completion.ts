import type { ServerResponse } from 'node:http';
import { type AnswerHook, composeAnswer, promptOf } from '../ollama/compose-answer.ts';
import type { OllamaFault } from '../ollama/ollama-fault.ts';
import type { ProseLanguage } from '../ollama/prose.ts';
import { resetConnection } from '../ollama/reset-connection.ts';
import { splitTokens } from '../ollama/split-tokens.ts';
import type { OpenAiFault } from './openai-fault.ts';
import { OpenAiRefusal } from './openai-refusal.ts';
import type { CompletionRequest } from './read-completion-request.ts';

export interface CompletionDeps {
  /** Prompt and answer together. */
  readonly contextTokens: number;
  readonly answer: AnswerHook | null;
  readonly language: ProseLanguage | null;
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
  { asked, maxTokens, includesUsage }: CompletionRequest,
  fault: OpenAiFault | null,
  response: ServerResponse,
  deps: CompletionDeps,
): Promise<void> {
  const promptTokens = splitTokens(promptOf(asked)).length;
  if (promptTokens >= deps.contextTokens) throw contextRefusal(promptTokens, deps.contextTokens);
  const ofText = fault === null ? null : (FAULTS_OF_TEXT[fault] ?? null);
  const all = splitTokens(composeAnswer(asked, ofText, deps.answer, deps.language));
  const most = Math.min(maxTokens, deps.contextTokens - promptTokens);
  const tokens = all.slice(0, most);
  const isBroken = fault === 'cut-stream' || fault === 'connection-reset' || fault === 'error-event';
  const head = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 0, model: asked.model };
  const send = (data: unknown) => response.write(`data: ${JSON.stringify(data)}\n\n`);
  const sendDelta = (delta: Record<string, unknown>, reason: string | null) =>
    send({ ...head, choices: [{ index: 0, delta, finish_reason: reason }], ...(includesUsage && { usage: null }) });

  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
  sendDelta({ role: 'assistant', content: '' }, null);
  for (const content of isBroken ? tokens.slice(0, Math.ceil(tokens.length / 2)) : tokens) sendDelta({ content }, null);
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

function contextRefusal(promptTokens: number, contextTokens: number): OpenAiRefusal {
  return new OpenAiRefusal(
    400,
    'BadRequestError',
    `This model's maximum context length is ${contextTokens} tokens. However, you requested ${promptTokens} tokens in the messages, Please reduce the length of the messages.`,
  );
}
