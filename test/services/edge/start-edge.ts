import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { CallLedger } from '../call-ledger.ts';
import type { FaultScript } from '../fault-script.ts';
import type { SpeedProfile } from '../speed-profile.ts';
import { startLocalServer } from '../start-local-server.ts';
import { answerVoices, VOICES_PATH } from './answer-voices.ts';
import { checkHandshake } from './check-handshake.ts';
import type { EdgeFault } from './edge-faults.ts';
import { refuseUpgrade, resetConnection, statusOfFault } from './refuse-request.ts';
import { serveConnection } from './serve-connection.ts';
import { createSoundFinder, type SoundFinder } from './sound-finder.ts';

/** What the service takes in one message. */
const MAX_MESSAGE_BYTES = 65_536;

export interface EdgeSetup {
  /** Gets an entry `connect` for each handshake, `speak` for each SSML, `voices` for each list. */
  readonly ledger: CallLedger;
  /** Asked once for each connection that is let in, and again for each further turn on it. */
  readonly faults: FaultScript<EdgeFault>;
  readonly speed: SpeedProfile;
  /** Faults of `voices/list` (those with a status, and `reset`). Default: none. */
  readonly voiceListFaults?: FaultScript<EdgeFault>;
  /** The service's clock in Unix milliseconds, against which Sec-MS-GEC is checked. Default: this machine's. */
  readonly nowMs?: () => number;
  /** Whether a second SSML on one connection is spoken or closes it with 1011. Default: `served`. */
  readonly secondTurn?: 'served' | 'refused';
  /** Where the sounds come from. Default: a finder of its own, which costs a second at the first word. */
  readonly sounds?: SoundFinder;
}

/** A running stand-in. */
export interface EdgeStandIn extends AsyncDisposable {
  /** `ws://127.0.0.1:port`. */
  readonly url: string;
  readonly port: number;
  /** Connections that clients hold open. */
  readonly openConnections: () => number;
}

/** Starts a stand-in of the Edge read-aloud service on 127.0.0.1: WebSocket speech and the list of voices. */
export async function startEdge(setup: EdgeSetup): Promise<EdgeStandIn> {
  const { ledger, faults } = setup;
  const nowMs = setup.nowMs ?? Date.now;
  const stopped = new AbortController();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  const rig = {
    ledger,
    speed: setup.speed.edge,
    secondTurn: setup.secondTurn ?? 'served',
    nextFault: faults.next,
    nextCloseCode: alternateCloseCodes(),
    findSounds: setup.sounds ?? createSoundFinder(stopped.signal),
  };
  const local = await startLocalServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname !== VOICES_PATH) {
      response.writeHead(404).end();
      return;
    }
    const call = ledger.begin({ service: 'edge', operation: 'voices', about: pathname });
    const fault = setup.voiceListFaults?.next() ?? null;
    answerVoices(request, response, fault, nowMs());
    call.end(fault === null ? 'answered' : 'faulted', fault);
  });
  local.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const about = request.headers['user-agent'] ?? '';
    const call = ledger.begin({ service: 'edge', operation: 'connect', about });
    const refusal = checkHandshake(new URL(request.url ?? '/', local.url), request.headers, nowMs());
    if (refusal !== null) {
      call.end('answered');
      refuseUpgrade(socket, refusal.status, nowMs(), refusal.reason);
      return;
    }
    const fault = faults.next();
    const status = statusOfFault(fault);
    if (fault === 'reset' || status !== null) {
      call.end('faulted', fault);
      if (status === null) resetConnection(socket);
      else refuseUpgrade(socket, status, nowMs(), 'refused by the fault script');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      call.end('answered');
      serveConnection(client, rig, fault);
    });
  });
  return {
    url: local.url.replace(/^http/u, 'ws'),
    port: local.port,
    openConnections: local.openConnections,
    [Symbol.asyncDispose]: async () => {
      stopped.abort();
      for (const client of sockets.clients) client.terminate();
      await local[Symbol.asyncDispose]();
    },
  };
}

function alternateCloseCodes(): () => 1006 | 1011 {
  let closes = 0;
  return () => {
    closes += 1;
    return closes % 2 === 1 ? 1006 : 1011;
  };
}
