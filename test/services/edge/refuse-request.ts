import { STATUS_CODES } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { EdgeFault } from './edge-faults.ts';

const RETRY_AFTER_SECONDS = 2;

/** Returns the HTTP status that a fault is, `null` for one that is none. */
export function statusOfFault(fault: EdgeFault | null): 403 | 429 | 503 | null {
  if (fault === 'status-403') return 403;
  if (fault === 'status-429') return 429;
  return fault === 'status-503' ? 503 : null;
}

/** Headers of a refusal. The Date lets a client mend its clock. */
export function refusalHeaders(status: number, nowMs: number): Record<string, string> {
  return {
    Date: new Date(nowMs).toUTCString(),
    ...(status === 429 && { 'Retry-After': String(RETRY_AFTER_SECONDS) }),
  };
}

/** Answers an upgrade request with a status and closes. */
export function refuseUpgrade(socket: Duplex, status: number, nowMs: number, reason: string): void {
  const headers = {
    ...refusalHeaders(status, nowMs),
    Connection: 'close',
    'Content-Type': 'text/plain',
    'Content-Length': String(Buffer.byteLength(reason)),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('\r\n')}\r\n\r\n${reason}`);
}

/** Breaks a connection so that the client gets ECONNRESET. */
export function resetConnection(socket: Duplex): void {
  if (socket instanceof Socket) socket.resetAndDestroy();
  else socket.destroy();
}
