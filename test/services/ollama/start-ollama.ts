import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallLedger, LedgerCall } from '../call-ledger.ts';
import { type FaultScript, NO_FAULTS } from '../fault-script.ts';
import { REAL_CLOCK, type ServiceClock } from '../service-clock.ts';
import { SPEED_PROFILES, type SpeedProfile } from '../speed-profile.ts';
import { startLocalServer } from '../start-local-server.ts';
import type { AnswerHook } from './compose-answer.ts';
import { createDecodePace } from './decode-pace.ts';
import { generate } from './generate.ts';
import { readGenerationRequest } from './generation-request.ts';
import type { OllamaFault } from './ollama-fault.ts';
import { loadedRowOf, OLLAMA_MODELS, type OllamaModel, showBodyOf, tagRowOf, withTag } from './ollama-model.ts';
import { OllamaRefusal } from './ollama-refusal.ts';
import { aboutOf, OLLAMA_ROUTES, type OllamaOperation, operationOf } from './ollama-route.ts';
import { type FreshCall, playEarlyFault } from './play-early-fault.ts';
import type { ProseLanguage } from './prose.ts';
import { pullModel } from './pull-model.ts';
import { bodyProblem, parseBody, readBody } from './read-body.ts';
import { wasReset } from './reset-connection.ts';
import { createRunners } from './runners.ts';
import { sendGeneration } from './send-generation.ts';
import { sendJson, sendText } from './send-json.ts';

/** How an Ollama stand-in behaves. */
export interface OllamaOptions {
  readonly ledger: CallLedger;
  /** Default: none. */
  readonly faults?: FaultScript<OllamaFault>;
  /** Operations that draw from the script. Faults of a text do nothing at an operation without one. Default: chat, generate. */
  readonly faultyOperations?: readonly OllamaOperation[];
  /** Default: instant. */
  readonly speed?: SpeedProfile;
  /** Slots of a model in place of those of the speed (`OLLAMA_NUM_PARALLEL`). */
  readonly slots?: number;
  /** Requests that may wait for the scheduler (`OLLAMA_MAX_QUEUE`). Default: 512. */
  readonly maxQueue?: number;
  /** Context of a request that names none, in tokens (`OLLAMA_CONTEXT_LENGTH`). Default: 32768. */
  readonly contextTokens?: number;
  /** Models that are there. Default: `OLLAMA_MODELS`. */
  readonly models?: readonly OllamaModel[];
  /** Models that can be pulled. Default: those of `OLLAMA_MODELS`. */
  readonly library?: readonly OllamaModel[];
  /** Default: 0.33.0. */
  readonly version?: string;
  /** Wait of `slow-first-token`, in milliseconds. Default: 3000. */
  readonly slowFirstTokenMs?: number;
  /** Fixed answers; see {@link AnswerHook}. */
  readonly answer?: AnswerHook;
  /** Language of the text. Default: as the prompt asks. */
  readonly language?: ProseLanguage;
  /** Default: the time of this machine. */
  readonly clock?: ServiceClock;
}

/** A running Ollama stand-in. Its disposal cuts every open call. */
export interface OllamaStandIn extends AsyncDisposable {
  /** Base address without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** Number of connections that clients hold open. */
  readonly openConnections: () => number;
}

/** Starts an Ollama stand-in on a free port of 127.0.0.1. */
export async function startOllama(options: OllamaOptions): Promise<OllamaStandIn> {
  const { ledger, faults = NO_FAULTS, clock = REAL_CLOCK } = options;
  const { faultyOperations = ['chat', 'generate'], library = OLLAMA_MODELS, slowFirstTokenMs = 3_000 } = options;
  const profile = (options.speed ?? SPEED_PROFILES.instant).ollama;
  const speed = { ...profile, slots: options.slots ?? profile.slots };
  const models = new Map((options.models ?? OLLAMA_MODELS).map((model) => [withTag(model.name), model]));
  const runners = createRunners(clock, speed.loadMs, options.maxQueue ?? 512);
  const findModel = (name: string) => models.get(withTag(name)) ?? null;
  const deps = {
    clock,
    speed,
    runners,
    pace: createDecodePace(speed, clock),
    findModel,
    contextTokens: options.contextTokens ?? 32_768,
    slowFirstTokenMs,
    answer: options.answer ?? null,
    language: options.language ?? null,
  };

  const answerCall = async (call: FreshCall, fault: OllamaFault | null, path: string): Promise<void> => {
    const { operation, body, response, left } = call;
    if (await playEarlyFault(fault, call, clock, slowFirstTokenMs)) return;
    switch (operation) {
      case 'version':
        return sendJson(response, 200, { version: options.version ?? '0.33.0' });
      case 'tags':
        return sendJson(response, 200, { models: [...models.values()].map(tagRowOf) });
      case 'ps':
        return sendJson(response, 200, { models: listLoaded() });
      case 'show':
        return sendJson(response, 200, showBodyOf(demandModel(body)));
      case 'pull': {
        const name = withTag(readName(body));
        const model = library.find((one) => withTag(one.name) === name) ?? null;
        const pull = { model, stream: body.stream !== false, durationMs: speed.loadMs };
        if ((await pullModel(pull, response, clock, left)) && model !== null) models.set(name, model);
        return;
      }
      case 'chat':
      case 'generate':
      case 'load': {
        const request = readGenerationRequest(path === '/api/chat' ? 'chat' : 'generate', body);
        return await sendGeneration(request, generate(request, fault, deps, left), response, clock.nowMs);
      }
    }
  };

  const demandModel = (body: Record<string, unknown>): OllamaModel => {
    const name = readName(body);
    const model = findModel(name);
    if (model === null) throw new OllamaRefusal(404, `model '${name}' not found`);
    return model;
  };

  const listLoaded = () =>
    runners.loaded().flatMap(({ model: name, contextTokens, expiresAtMs }) => {
      const model = findModel(name);
      if (model === null) return [];
      return [loadedRowOf(model, contextTokens, expiresAtMs)];
    });

  const listen = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    if (!/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) {
      response.writeHead(403, { 'Content-Length': 0 }).end();
      return;
    }
    const route = OLLAMA_ROUTES.get(path);
    if (path === '/') return sendText(response, 200, 'Ollama is running', 'text/plain; charset=utf-8');
    if (route === undefined) return sendText(response, 404, '404 page not found');
    if (route.method !== request.method) return sendText(response, 405, '405 method not allowed');

    const text = await readBody(request);
    const body = parseBody(text);
    const operation = operationOf(route.operation, body ?? {});
    const fault = faultyOperations.includes(operation) ? faults.next() : null;
    const call = ledger.begin({ service: 'ollama', operation, about: aboutOf(path, body) });
    const left = endWithResponse(call, response, fault);
    try {
      left.throwIfAborted();
      if (route.method === 'POST' && body === null) throw new OllamaRefusal(400, bodyProblem(text));
      await answerCall({ operation, body: body ?? {}, response, left }, fault, path);
    } catch (error) {
      if (left.aborted) return;
      if (!(error instanceof OllamaRefusal)) throw error;
      sendJson(response, error.status, { error: error.message });
    }
  };

  const local = await startLocalServer((request, response) => {
    listen(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  // The real server keeps idle connections for as long as the client does.
  local.server.keepAliveTimeout = 0;
  local.server.requestTimeout = 0;
  return local;
}

function readName(body: Record<string, unknown>): string {
  const name = body.model ?? body.name;
  if (typeof name !== 'string' || name === '') throw new OllamaRefusal(400, 'model is required');
  return name;
}

/** Ends the ledger's call with the response. The signal aborts when the client leaves. */
function endWithResponse(call: LedgerCall, response: ServerResponse, fault: OllamaFault | null): AbortSignal {
  const left = new AbortController();
  response.once('finish', () => call.end(fault === null ? 'answered' : 'faulted', fault));
  const leave = () => {
    call.end(wasReset(response) ? 'faulted' : 'cut', fault);
    left.abort();
  };
  // A client that left while its body was read has closed the response already, and no event follows.
  if (response.closed) leave();
  else response.once('close', leave);
  return left.signal;
}
