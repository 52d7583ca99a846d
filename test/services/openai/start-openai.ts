import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallLedger, LedgerCall } from '../call-ledger.ts';
import { type FaultScript, NO_FAULTS } from '../fault-script.ts';
import type { AnswerHook } from '../ollama/compose-answer.ts';
import type { ProseLanguage } from '../ollama/prose.ts';
import { bodyProblem, parseBody, readBody } from '../ollama/read-body.ts';
import { wasReset } from '../ollama/reset-connection.ts';
import { sendJson, sendText } from '../ollama/send-json.ts';
import { REAL_CLOCK, type ServiceClock } from '../service-clock.ts';
import { startLocalServer } from '../start-local-server.ts';
import type { OpenAiFault } from './openai-fault.ts';
import { OpenAiRefusal } from './openai-refusal.ts';
import { readCompletionRequest } from './read-completion-request.ts';
import { type OpenAiThinking, sendCompletion } from './send-completion.ts';

/** How an OpenAI-compatible stand-in behaves. */
export interface OpenAiOptions {
  readonly ledger: CallLedger;
  /** Drawn by completions alone. Default: none. */
  readonly faults?: FaultScript<OpenAiFault>;
  /** Without it no key is wanted. */
  readonly key?: string;
  /** Names, in the order of the list. Default: one that writes. */
  readonly models?: readonly string[];
  /** Default: 8192. */
  readonly contextTokens?: number;
  /** Wait of `slow-first-token`, in milliseconds. Default: 3000. */
  readonly slowFirstTokenMs?: number;
  /** Fixed answers; see {@link AnswerHook}. */
  readonly answer?: AnswerHook;
  /** Language of the text. Default: as the prompt asks. */
  readonly language?: ProseLanguage;
  /** Default: a model that does not think. */
  readonly thinking?: OpenAiThinking;
  /** What a stricter server refuses of a completion. Default: nothing. */
  readonly refuse?: (body: Readonly<Record<string, unknown>>) => OpenAiRefusal | null;
  /** Closes its connection after each stream without a word before, as llama-server does. Default: false. */
  readonly hangsUp?: boolean;
  /** Sees the body of each completion that was asked for. */
  readonly heard?: (body: Readonly<Record<string, unknown>>) => void;
  /** Default: the time of this machine. */
  readonly clock?: ServiceClock;
}

/** A running OpenAI-compatible stand-in. Its disposal cuts every open call. */
export interface OpenAiStandIn extends AsyncDisposable {
  /** Base address without `/v1` and without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** Number of connections that clients hold open. */
  readonly openConnections: () => number;
}

/** The name of the model that is there by default. */
export const OPENAI_MODEL = 'meta-llama/Llama-3.1-8B-Instruct';

/** Starts an OpenAI-compatible stand-in on a free port of 127.0.0.1. It speaks as vLLM does. */
export async function startOpenAi(options: OpenAiOptions): Promise<OpenAiStandIn> {
  const { ledger, faults = NO_FAULTS, clock = REAL_CLOCK, models = [OPENAI_MODEL], slowFirstTokenMs = 3_000 } = options;
  const deps = {
    contextTokens: options.contextTokens ?? 8_192,
    answer: options.answer ?? null,
    language: options.language ?? null,
    thinking: options.thinking ?? null,
  };

  const complete = async (text: string, fault: OpenAiFault | null, response: ServerResponse, left: AbortSignal) => {
    if (fault === 'never-answers') return await waitFor(left);
    if (fault === 'slow-first-token') await clock.sleep(slowFirstTokenMs, left);
    if (fault !== null) refuseByStatus(fault);
    const body = parseBody(text);
    if (body === null) throw new OpenAiRefusal(400, 'BadRequestError', bodyProblem(text));
    options.heard?.(body);
    const refusal = options.refuse?.(body) ?? null;
    if (refusal !== null) throw refusal;
    const request = readCompletionRequest(body);
    if (!models.includes(request.asked.model)) {
      throw new OpenAiRefusal(404, 'NotFoundError', `The model \`${request.asked.model}\` does not exist.`);
    }
    await sendCompletion(request, fault, response, deps);
    if (options.hangsUp === true) response.socket?.end();
  };

  const listen = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    const text = await readBody(request);
    const isList = path === '/v1/models';
    if (!isList && path !== '/v1/chat/completions') return sendJson(response, 404, { detail: 'Not Found' });
    if (request.method !== (isList ? 'GET' : 'POST')) return sendJson(response, 405, { detail: 'Method Not Allowed' });
    const fault = isList ? null : faults.next();
    const call = ledger.begin({ service: 'openai', operation: isList ? 'models' : 'chat', about: aboutOf(path, text) });
    const left = endWithResponse(call, response, fault);
    try {
      left.throwIfAborted();
      if (options.key !== undefined && request.headers.authorization !== `Bearer ${options.key}`) {
        // The key that came is told again, as some servers do: a client must not pass it on.
        const came = request.headers.authorization ?? 'none';
        throw new OpenAiRefusal(401, 'AuthenticationError', `Incorrect API key provided: ${came}`);
      }
      if (isList) sendJson(response, 200, { object: 'list', data: models.map((id) => ({ id, object: 'model' })) });
      else await complete(text, fault, response, left);
    } catch (error) {
      if (left.aborted) return;
      if (!(error instanceof OpenAiRefusal)) throw error;
      for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
      sendJson(response, error.status, { error: { message: error.message, type: error.type, code: error.status } });
    }
  };

  const local = await startLocalServer((request, response) => {
    listen(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy(error instanceof Error ? error : undefined);
      else sendText(response, 500, String(error));
    });
  });
  local.server.keepAliveTimeout = 0;
  local.server.requestTimeout = 0;
  return local;
}

function refuseByStatus(fault: OpenAiFault): void {
  if (fault === 'status-500') throw new OpenAiRefusal(500, 'InternalServerError', 'Internal Server Error');
  if (fault === 'status-503') throw new OpenAiRefusal(503, 'unavailable_error', 'Loading model');
  if (fault === 'status-429') {
    throw new OpenAiRefusal(429, 'RateLimitError', 'Too many requests', { 'Retry-After': '2' });
  }
  if (fault === 'no-json-schema') {
    throw new OpenAiRefusal(400, 'BadRequestError', "'response_format.type' must be 'json_object' or 'text'");
  }
}

function waitFor(left: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    left.addEventListener('abort', () => reject(left.reason), { once: true });
  });
}

function aboutOf(path: string, text: string): string {
  return `${path} ${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}

/** Ends the ledger's call with the response. The signal aborts when the client leaves. */
function endWithResponse(call: LedgerCall, response: ServerResponse, fault: OpenAiFault | null): AbortSignal {
  const left = new AbortController();
  response.once('finish', () => call.end(fault === null ? 'answered' : 'faulted', fault));
  const leave = () => {
    call.end(wasReset(response) ? 'faulted' : 'cut', fault);
    left.abort();
  };
  if (response.closed) leave();
  else response.once('close', leave);
  return left.signal;
}
