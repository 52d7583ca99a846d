import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { PDF_BYTES } from './pdf-bytes.ts';
import type { PictureFault } from './picture-faults.ts';
import { type Reply, toJsonReply, toTextReply } from './reply.ts';

const RETRY_AFTER_SECONDS = 2;
const SLOW_PIECES = 20;
const ENDLESS_CHUNK_BYTES = 65_536;
/** About 30 MB a second, so that an endless body does not take the machine with it. */
const ENDLESS_PAUSE_MS = 2;
const HTML =
  '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>';

export interface Playing {
  readonly fault: PictureFault | null;
  /** How long `slow` takes for the whole body. */
  readonly slowMs: number;
  /** Where `redirect-to-private` leads. */
  readonly privateUrl: string;
  /** Aborts when the client has left. */
  readonly signal: AbortSignal;
}

/** Sends an answer, or the fault in its place. Rejects with an AbortError when the client leaves first. */
export async function playReply(response: ServerResponse, reply: Reply, playing: Playing): Promise<void> {
  switch (playing.fault) {
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'truncated':
      response.writeHead(reply.status, { ...reply.headers, 'Content-Length': String(reply.body.length) });
      await write(response, reply.body.subarray(0, Math.ceil(reply.body.length / 2)));
      response.destroy();
      return;
    case 'too-large':
      return sendEndless(response, reply, playing.signal);
    case 'slow':
      return sendSlowly(response, reply, playing);
    default:
      send(response, replace(reply, playing.fault, playing.privateUrl));
  }
}

type Replaced = Exclude<PictureFault, 'reset' | 'truncated' | 'too-large' | 'slow'>;

function replace(reply: Reply, fault: Replaced | null, privateUrl: string): Reply {
  const isJson = reply.headers['Content-Type'] === 'application/json';
  switch (fault) {
    case null:
      return reply;
    case 'status-429':
      return toTextReply(429, 'Too many requests', { 'Retry-After': String(RETRY_AFTER_SECONDS) });
    case 'status-500':
      return toTextReply(500, 'Internal server error');
    case 'status-404':
      return toTextReply(404, 'Not found');
    case 'html-instead':
      return { ...toTextReply(200, HTML), headers: { 'Content-Type': 'text/html; charset=utf-8' } };
    case 'wrong-type':
      return { ...reply, body: PDF_BYTES };
    case 'empty-results':
      return isJson ? emptied(reply) : { ...reply, body: new Uint8Array() };
    case 'redirect-to-private':
      return { status: 302, headers: { Location: privateUrl }, body: new Uint8Array() };
  }
}

/** Without hits Openverse sends an empty list and Commons no "query". */
function emptied(reply: Reply): Reply {
  const isOpenverse = new TextDecoder().decode(reply.body).startsWith('{"result_count"');
  const none = { result_count: 0, page_count: 0, page_size: 20, page: 1, results: [] };
  return toJsonReply(200, isOpenverse ? none : { batchcomplete: true }, reply.headers);
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...headers, ...(status !== 304 && { 'Content-Length': String(body.length) }) });
  response.end(body);
}

/** Resolves when the bytes have left, so that a cut after them does not swallow them. */
function write(response: ServerResponse, bytes: Uint8Array): Promise<void> {
  return new Promise((done) => response.write(bytes, () => done()));
}

async function sendEndless(response: ServerResponse, reply: Reply, signal: AbortSignal): Promise<void> {
  response.writeHead(reply.status, reply.headers);
  await write(response, reply.body);
  const chunk = new Uint8Array(ENDLESS_CHUNK_BYTES).fill(0x20);
  while (true) {
    await wait(ENDLESS_PAUSE_MS, undefined, { signal });
    await Promise.race([write(response, chunk), rejectOnAbort(signal)]);
  }
}

async function sendSlowly(response: ServerResponse, reply: Reply, { slowMs, signal }: Playing): Promise<void> {
  response.writeHead(reply.status, { ...reply.headers, 'Content-Length': String(reply.body.length) });
  response.flushHeaders();
  for (let piece = 0; piece < SLOW_PIECES; piece += 1) {
    await wait(slowMs / SLOW_PIECES, undefined, { signal });
    const { length } = reply.body;
    response.write(reply.body.subarray((length * piece) / SLOW_PIECES, (length * (piece + 1)) / SLOW_PIECES));
  }
  response.end();
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
