import { connect, createServer } from 'node:net';
import { ConfigError } from '../../contract/errors.ts';
import { isNodeError } from '../../platform/is-node-error.ts';

const HOST = '127.0.0.1';
const HIGHEST_PORT = 65_535;

/** Returns the first free port of 127.0.0.1 from `wanted` upwards that is not in `taken`. Throws CONFIG_INVALID when there is none. */
export async function findFreePort(
  wanted: number,
  taken: readonly number[],
  isFree: (port: number) => Promise<boolean> = isPortFree,
): Promise<number> {
  for (let port = wanted; port <= HIGHEST_PORT; port++) {
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  throw new ConfigError(
    'CONFIG_INVALID',
    `No port from ${wanted} to ${HIGHEST_PORT} is free on ${HOST}; give a lower one with LECTRA_TEMPORAL_PORT or LECTRA_TEMPORAL_UI_PORT.`,
  );
}

/** True when nothing answers on the port and it can be listened on. */
export async function isPortFree(port: number): Promise<boolean> {
  // macOS lets a program listen on 127.0.0.1 although another one listens on all addresses.
  return !(await answers(port)) && (await canListen(port));
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: HOST });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if (isNodeError(error, 'EADDRINUSE', 'EACCES')) resolve(false);
      else reject(error);
    });
    server.listen({ port, host: HOST, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
