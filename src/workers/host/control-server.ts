import { timingSafeEqual } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { type ControlAnswer, type ControlRequest, controlRequestSchema, type HostStatus } from './control-messages.ts';
import { readJsonLines, writeJsonLine } from './json-lines.ts';

export interface ControlServerInput {
  readonly token: string;
  readonly onDrain: (force: boolean) => void;
  readonly status: () => Promise<Omit<HostStatus, 'kind' | 'clients' | 'isKept'>>;
}

/** The door through which clients hold, keep, ask and drain the host; on 127.0.0.1 alone. */
export interface ControlServer {
  readonly port: number;
  readonly clients: () => number;
  readonly isKept: () => boolean;
  /** How many connections have ever held the host. */
  readonly clientsSoFar: () => number;
  /** Tells everybody that the host ends; who comes later is told too. */
  readonly announceDraining: () => void;
  readonly close: () => void;
}

export async function startControlServer(input: ControlServerInput): Promise<ControlServer> {
  const sockets = new Set<Socket>();
  const holders = new Set<Socket>();
  let clientsSoFar = 0;
  let isKept = false;
  let isDraining = false;

  const answerTo = async (socket: Socket, request: ControlRequest): Promise<ControlAnswer> => {
    if (request.kind === 'drain') {
      input.onDrain(request.force);
      return { kind: 'draining' };
    }
    if (request.kind === 'status') {
      const status = await input.status();
      return { kind: 'status', clients: holders.size, isKept, ...status };
    }
    if (isDraining) return { kind: 'draining' };
    if (request.kind === 'keep') {
      isKept = true;
      return { kind: 'kept' };
    }
    if (!holders.has(socket)) clientsSoFar += 1;
    holders.add(socket);
    return { kind: 'held' };
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    // A client that was killed resets its connection: that is how it stops counting.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      holders.delete(socket);
    });
    readJsonLines(socket, (value) => {
      const request = controlRequestSchema.safeParse(value);
      if (!request.success || !isSameToken(request.data.token, input.token)) socket.destroy();
      else {
        answerTo(socket, request.data).then(
          (answer) => writeJsonLine(socket, answer),
          () => socket.destroy(),
        );
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The control server has no port.');
  return {
    port: address.port,
    clients: () => holders.size,
    isKept: () => isKept,
    clientsSoFar: () => clientsSoFar,
    announceDraining: () => {
      isDraining = true;
      for (const socket of holders) writeJsonLine(socket, { kind: 'draining' });
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function isSameToken(given: string, own: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(own)];
  return left.length === right.length && timingSafeEqual(left, right);
}
