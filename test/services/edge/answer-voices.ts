import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EdgeFault } from './edge-faults.ts';
import { describeVoices } from './edge-voices.ts';
import { refusalHeaders, resetConnection, statusOfFault } from './refuse-request.ts';
import { isSecMsGecOf, TRUSTED_CLIENT_TOKEN } from './sec-ms-gec.ts';

export const VOICES_PATH = '/consumer/speech/synthesize/readaloud/voices/list';

/** Answers `voices/list`. Faults without a status that are no reset play no part here. */
export function answerVoices(
  request: IncomingMessage,
  response: ServerResponse,
  fault: EdgeFault | null,
  nowMs: number,
): void {
  const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const gec = searchParams.get('Sec-MS-GEC');
  // Whether the service insists on Sec-MS-GEC here is unknown; a wrong one is refused.
  const isTrusted =
    searchParams.get('trustedclienttoken') === TRUSTED_CLIENT_TOKEN && (gec === null || isSecMsGecOf(gec, nowMs));
  const status = statusOfFault(fault) ?? (isTrusted ? 200 : 403);
  if (fault === 'reset') resetConnection(request.socket);
  else if (status !== 200) response.writeHead(status, refusalHeaders(status, nowMs)).end();
  else {
    response.writeHead(200, { ...refusalHeaders(200, nowMs), 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(describeVoices()));
  }
}
