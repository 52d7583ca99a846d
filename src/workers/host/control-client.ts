import { connect, type Socket } from 'node:net';
import { type ControlAnswer, type ControlRequest, controlAnswerSchema } from './control-messages.ts';
import type { HostFile } from './host-file.ts';
import { readJsonLines, writeJsonLine } from './json-lines.ts';

/** The host only counts and answers; a busy one may be in the middle of drawing. */
const ANSWER_TIMEOUT_MS = 15_000;

type RequestBody = ControlRequest extends infer Request
  ? Request extends unknown
    ? Omit<Request, 'token'>
    : never
  : never;

/** A connection on which the host answered once. */
export interface ControlConnection {
  readonly answer: ControlAnswer;
  /** Settles when the connection is gone; true when the host had said that it ends. Never rejects. */
  readonly closed: Promise<boolean>;
  readonly close: () => void;
}

/** Sends one request. Returns null when no host answers there. The connection does not keep the process alive. */
export async function askHost(
  file: HostFile,
  body: RequestBody,
  signal: AbortSignal,
): Promise<ControlConnection | null> {
  signal.throwIfAborted();
  const socket = connect({ port: file.controlPort, host: '127.0.0.1' });
  const firstAnswer = Promise.withResolvers<ControlAnswer | null>();
  const closed = Promise.withResolvers<boolean>();
  let saidDraining = false;
  readJsonLines(socket, (value) => {
    const answer = controlAnswerSchema.safeParse(value);
    if (!answer.success) return void socket.destroy();
    if (answer.data.kind === 'draining') saidDraining = true;
    firstAnswer.resolve(answer.data);
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    firstAnswer.resolve(null);
    closed.resolve(saidDraining);
  });
  writeJsonLine(socket, { ...body, token: file.controlToken });
  const answer = await withinLimit(firstAnswer.promise, socket, signal);
  if (answer === null) return null;
  socket.unref();
  return { answer, closed: closed.promise, close: () => socket.destroy() };
}

async function withinLimit<Value>(promise: Promise<Value>, socket: Socket, signal: AbortSignal): Promise<Value> {
  const end = () => void socket.destroy();
  const timer = setTimeout(end, ANSWER_TIMEOUT_MS);
  signal.addEventListener('abort', end, { once: true });
  try {
    const value = await promise;
    signal.throwIfAborted();
    return value;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}
