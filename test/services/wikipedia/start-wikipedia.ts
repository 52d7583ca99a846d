import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { CallLedger } from '../call-ledger.ts';
import type { FaultScript } from '../fault-script.ts';
import { type Reply, toTextReply } from '../pictures/reply.ts';
import { startLocalServer } from '../start-local-server.ts';
import { answerApi, refuse } from './answer-api.ts';
import { STAND_IN_WIKIS } from './wiki-articles.ts';
import type { WikipediaFault } from './wikipedia-faults.ts';

export interface WikipediaSetup {
  /** Gets `wikipedia` entries, `look`, `search` or `parse`; `private` / `read` when a client followed a bad redirect. */
  readonly ledger: CallLedger;
  /** Asked once for each request. */
  readonly faults: FaultScript<WikipediaFault>;
}

/** A running stand-in. */
export interface WikipediaStandIn extends AsyncDisposable {
  /** `http://127.0.0.1:port/{language}`: the wikis lie at /en and /hi. */
  readonly url: string;
  readonly port: number;
}

const RETRY_AFTER_SECONDS = 7;

/** Starts a stand-in of the MediaWiki API on 127.0.0.1: a few own articles in English and Hindi, gzip, and its refusals. */
export async function startWikipedia({ faults, ledger }: WikipediaSetup): Promise<WikipediaStandIn> {
  const canary = await startLocalServer((request, response) => {
    ledger.begin({ service: 'private', operation: 'read', about: request.url ?? '' }).end('answered');
    response.end('secret');
  });
  const local = await startLocalServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const call = ledger.begin({
      service: 'wikipedia',
      operation: operationOf(url.searchParams),
      about: `${url.pathname}?${url.searchParams}`,
    });
    const fault = faults.next();
    response.on('close', () =>
      call.end(fault !== null ? 'faulted' : response.writableFinished ? 'answered' : 'cut', fault),
    );
    play(request, response, url, fault, `${canary.url.replace('127.0.0.1', 'localhost')}/secret`);
  });
  return {
    url: `${local.url}/{language}`,
    port: local.port,
    [Symbol.asyncDispose]: async () => {
      await local[Symbol.asyncDispose]();
      await canary[Symbol.asyncDispose]();
    },
  };
}

function operationOf(query: URLSearchParams): string {
  if (query.get('action') === 'parse') return 'parse';
  return query.has('generator') ? 'search' : 'look';
}

/** Wikimedia turns away programs that do not say what they are; a contact is asked for, but its lack is no refusal. */
const isTelling = (userAgent: string): boolean => /^[\w-]+\/[\d.\w-]+ \(.{8,}\)/u.test(userAgent);

function answer(request: IncomingMessage, url: URL): Reply {
  const [, language = '', ...path] = url.pathname.split('/');
  const wiki = STAND_IN_WIKIS[language];
  if (wiki === undefined || path.join('/') !== 'w/api.php') return toTextReply(404, 'Not found');
  if (!isTelling(request.headers['user-agent'] ?? '')) {
    return toTextReply(403, 'Please set a user-agent and respect our robot policy https://w.wiki/4wJS.');
  }
  return answerApi(url.searchParams, wiki);
}

type Broken = Extract<WikipediaFault, 'reset' | 'silent' | 'cut-body'>;

/** The answer that stands in the place of the right one. */
function faultyAnswer(fault: Exclude<WikipediaFault, Broken>, privateUrl: string): Reply {
  const retryAfter = { 'Retry-After': String(RETRY_AFTER_SECONDS) };
  const body = (text: string, mediaType: string): Reply => ({
    ...toTextReply(200, text),
    headers: { 'Content-Type': mediaType },
  });
  const replies: Readonly<Record<typeof fault, Reply>> = {
    maxlag: refuse('maxlag', 'Waiting for 10.0.0.1: 8.5 seconds lagged.', retryAfter),
    refused: refuse('badvalue', 'Unrecognized value for parameter "prop".'),
    'status-403': toTextReply(403, 'Please respect our robot policy.'),
    'status-429': toTextReply(429, 'Too many requests', retryAfter),
    'status-500': toTextReply(500, 'Internal error'),
    'status-503': toTextReply(503, 'Upstream caches are busy', retryAfter),
    'html-instead': body('<!DOCTYPE html><p>Sign in', 'text/html'),
    'other-json': body('{"parse":{"title":7},"query":{"pages":"none"}}', 'application/json'),
    'redirect-to-private': { status: 302, headers: { Location: privateUrl }, body: new Uint8Array() },
  };
  return replies[fault];
}

function play(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  fault: WikipediaFault | null,
  privateUrl: string,
): void {
  if (fault === 'silent') return;
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const { body, headers, status } = answer(request, url);
  if (fault !== 'cut-body') {
    send(request, response, fault === null ? { body, headers, status } : faultyAnswer(fault, privateUrl));
    return;
  }
  response.writeHead(status, { ...headers, 'Content-Length': String(body.length) });
  response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.destroy());
}

/** Packed when the client takes it, as Wikimedia's servers do. */
function send(request: IncomingMessage, response: ServerResponse, { body, headers, status }: Reply): void {
  const isPacked = /\bgzip\b/u.test(String(request.headers['accept-encoding'] ?? '')) && body.length > 0;
  response.writeHead(status, { ...headers, ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}) });
  response.end(isPacked ? gzipSync(body) : body);
}
