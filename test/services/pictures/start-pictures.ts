import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { CallLedger } from '../call-ledger.ts';
import type { FaultScript } from '../fault-script.ts';
import type { SpeedProfile } from '../speed-profile.ts';
import { startLocalServer } from '../start-local-server.ts';
import { answerCommons } from './answer-commons.ts';
import { answerFile, type FileCache } from './answer-file.ts';
import { answerOpenverse } from './answer-openverse.ts';
import { ANONYMOUS_QUOTA, createQuotaMeter, type Quota } from './openverse-quota.ts';
import type { PictureFault } from './picture-faults.ts';
import { playReply } from './play-reply.ts';
import { type Reply, toTextReply } from './reply.ts';

const SLOW_MS = 60_000;

export interface PicturesSetup {
  /** Gets `openverse` and `commons` entries, `search` or `file`; `private` / `read` when a client followed a bad redirect. */
  readonly ledger: CallLedger;
  /** Asked once for each request in the scope. */
  readonly faults: FaultScript<PictureFault>;
  readonly speed: SpeedProfile;
  /** Which requests faults befall. Default: `all`. */
  readonly faultScope?: 'all' | 'searches' | 'files';
  /** What Openverse grants, `null` for no limit. Default: 20 a minute and 200 a day. */
  readonly openverseQuota?: Quota | null;
  /** How long the fault `slow` takes for a whole answer. Default: a minute. */
  readonly slowMs?: number;
  /** Clock of the quota in milliseconds. Default: this machine's. */
  readonly nowMs?: () => number;
}

/** A running stand-in: `url` is the base address of both providers. */
export interface PicturesStandIn extends AsyncDisposable {
  /** `http://127.0.0.1:port`: Openverse at `/v1/images/`, Commons at `/w/api.php`, their files at `/files/`. */
  readonly url: string;
  readonly port: number;
  /** Connections that clients hold open. */
  readonly openConnections: () => number;
}

/** Starts a stand-in of Openverse and Wikimedia Commons on 127.0.0.1, with the picture files themselves. */
export async function startPictures(setup: PicturesSetup): Promise<PicturesStandIn> {
  const { ledger, faults, speed } = setup;
  const nowMs = setup.nowMs ?? Date.now;
  const quota = setup.openverseQuota === undefined ? ANONYMOUS_QUOTA : setup.openverseQuota;
  const meter = quota === null ? null : createQuotaMeter(quota);
  const cache: FileCache = new Map();
  const scope = setup.faultScope ?? 'all';
  const canary = await startLocalServer((request, response) => {
    ledger.begin({ service: 'private', operation: 'read', about: request.url ?? '' }).end('answered');
    response.end('secret');
  });

  const answer = async (request: IncomingMessage, url: URL, baseUrl: string): Promise<Reply> => {
    const userAgent = request.headers['user-agent'] ?? '';
    if (request.method !== 'GET' && request.method !== 'HEAD') return toTextReply(405, 'Method not allowed');
    if (url.pathname === '/v1/images/') {
      return answerOpenverse(url.searchParams, baseUrl, meter?.(nowMs()) ?? { headers: {}, retryAfterSeconds: null });
    }
    if (url.pathname === '/w/api.php') return answerCommons(url.searchParams, userAgent, baseUrl);
    const ifNoneMatch = request.headers['if-none-match'] ?? null;
    return (await answerFile(url.pathname, { userAgent, ifNoneMatch }, cache)) ?? toTextReply(404, 'Not found');
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // The port that the client took; it may have come through another name.
    const baseUrl = `http://127.0.0.1:${request.socket.localPort ?? 0}`;
    const url = new URL(request.url ?? '/', baseUrl);
    const { service, operation } = classify(url.pathname);
    const call = ledger.begin({ service, operation, about: describeRequest(url) });
    const isInScope = scope === 'all' || (scope === 'searches') === (operation === 'search');
    const fault = isInScope ? faults.next() : null;
    const gone = new AbortController();
    response.on('close', () => {
      gone.abort();
      const isWhole = response.writableFinished;
      call.end(fault !== null ? 'faulted' : isWhole ? 'answered' : 'cut', fault);
    });
    try {
      const waitMs = operation === 'search' ? speed.pictures.searchMs : speed.pictures.downloadMs;
      if (waitMs > 0) await wait(waitMs, undefined, { signal: gone.signal });
      const reply = await answer(request, url, baseUrl);
      const playing = {
        fault,
        slowMs: setup.slowMs ?? SLOW_MS,
        privateUrl: `${canary.url}/secret`,
        signal: gone.signal,
      };
      await playReply(response, reply, playing);
    } catch (error) {
      if (gone.signal.aborted) return;
      response.destroy();
      throw error;
    }
  };

  const local = await startLocalServer((request, response) => void serve(request, response));
  return {
    url: local.url,
    port: local.port,
    openConnections: local.openConnections,
    [Symbol.asyncDispose]: async () => {
      await local[Symbol.asyncDispose]();
      await canary[Symbol.asyncDispose]();
    },
  };
}

function classify(path: string): { readonly service: string; readonly operation: 'search' | 'file' } {
  if (path === '/w/api.php') return { service: 'commons', operation: 'search' };
  if (path === '/v1/images/') return { service: 'openverse', operation: 'search' };
  return { service: path.startsWith('/files/commons/') ? 'commons' : 'openverse', operation: 'file' };
}

/** Path and query, the parameters in the order of their names, so that equal requests read alike. */
function describeRequest({ pathname, searchParams }: URL): string {
  const sorted = [...searchParams].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return sorted.length === 0 ? pathname : `${pathname}?${new URLSearchParams(sorted)}`;
}
