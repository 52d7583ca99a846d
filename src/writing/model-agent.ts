import { setImmediate as nextTurn } from 'node:timers/promises';
import { Agent, Client, type Dispatcher, fetch, Pool, type Response } from 'undici';
import { listCauses } from '../platform/list-causes.ts';

export interface ModelAgentInput {
  /** Connections to one server: as many as it answers at once, and a few for short calls. */
  readonly connections: number;
  /** Until the head of an answer, which comes with the first token: the load of a model and the queue are in it. Default: 10 minutes. */
  readonly headersTimeoutMs?: number;
  /** Between two pieces of an answer that has begun. Default: 60 s. */
  readonly stallMs?: number;
}

export interface AgentRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Ends the call before and after the head of the answer, and the connection with it. */
  readonly signal: AbortSignal;
}

export interface AgentAnswer {
  /** Its body must be read to the end, or else its connection serves no further call. */
  readonly response: Response;
  /** Connections that were opened for it: 0 on one that was there. */
  readonly connections: number;
}

export interface AgentCounts {
  /** Opened so far. */
  readonly connections: number;
  /** Sent so far. */
  readonly requests: number;
}

/** The connections to the servers of models. Its disposal cuts all of them. */
export interface ModelAgent extends AsyncDisposable {
  /** Throws as fetch does, and the reason of the signal. */
  send(address: URL, request: AgentRequest): Promise<AgentAnswer>;
  counts(): AgentCounts;
}

const TEN_MINUTES_MS = 600_000;
const MINUTE_MS = 60_000;
const KEEP_ALIVE_MS = 30_000;
const CONNECT_MS = 10_000;

/**
 * Creates the connections that a process keeps to servers of models: HTTP/1.1, one request on each at a time, kept open for
 * the next one. Calls beyond the limit wait for a free one.
 */
export function createModelAgent(input: ModelAgentInput): ModelAgent {
  const { connections: most, headersTimeoutMs = TEN_MINUTES_MS, stallMs = MINUTE_MS } = input;
  const counted = { connections: 0, requests: 0 };
  const watches = new WeakMap<Dispatcher.DispatchHandler, () => void>();
  const agent = new Agent({
    factory: (origin) =>
      new Pool(origin, {
        connections: most,
        pipelining: 1,
        // A stream of HTTP/2 would hide how many connections a server really serves.
        allowH2: false,
        headersTimeout: headersTimeoutMs,
        bodyTimeout: stallMs,
        keepAliveTimeout: KEEP_ALIVE_MS,
        connectTimeout: CONNECT_MS,
        factory: (url, options) => new WatchedClient(url, options, watches),
      }),
  });

  const sendOnce = async (address: URL, request: AgentRequest, opened: { count: number }): Promise<Response> => {
    const watch = () => {
      counted.connections += 1;
      opened.count += 1;
    };
    const dispatcher = agent.compose((dispatch) => (options, handler) => {
      counted.requests += 1;
      watches.set(handler, watch);
      return dispatch(options, handler);
    });
    return await fetch(address, { ...request, headers: { ...request.headers }, dispatcher });
  };

  return {
    send: async (address, request) => {
      const opened = { count: 0 };
      // A connection that has just answered is free a turn later: a call at once would open another one beside it.
      await nextTurn();
      for (;;) {
        try {
          return { response: await sendOnce(address, request, opened), connections: opened.count };
        } catch (error) {
          // The server closed an idle connection just as the request went out on it: RFC 9112, 9.3.1. Nothing was answered
          // yet. llama-server closes each one after a stream, so the next one may be at its end, too; this ends, since each
          // has served a call before.
          if (request.signal.aborted || opened.count > 0 || !isBrokenConnection(error)) throw error;
        }
      }
    },
    counts: () => ({ ...counted }),
    [Symbol.asyncDispose]: () => agent.destroy(),
  };
}

/** A connection that tells the call which it is opened for. It has one request at a time, since nothing is pipelined. */
class WatchedClient extends Client {
  readonly #watches: WeakMap<Dispatcher.DispatchHandler, () => void>;
  #watch: (() => void) | undefined;

  constructor(url: URL, options: Client.Options, watches: WeakMap<Dispatcher.DispatchHandler, () => void>) {
    super(url, options);
    this.#watches = watches;
    this.on('connect', () => this.#watch?.());
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    this.#watch = this.#watches.get(handler);
    return super.dispatch(options, handler);
  }
}

function isBrokenConnection(error: unknown): boolean {
  return listCauses(error).some(
    (cause) =>
      'code' in cause && (cause.code === 'ECONNRESET' || cause.code === 'EPIPE' || cause.code === 'UND_ERR_SOCKET'),
  );
}
