import { randomInt } from 'node:crypto';
import { isPortFree } from '../../src/temporal/service/find-free-port.ts';

/**
 * Below the ports that systems hand out by themselves, from 32,768 on Linux and from 49,152 elsewhere (RFC 6335, 6): one
 * of those may belong to any connection or server of the next moment.
 */
const FIRST_PORT = 20_000;
const END_PORT = 32_000;
const given = new Set<number>();

/** Returns a port of 127.0.0.1 that nobody listens on and that this process gets only once. */
export async function somePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST_PORT, END_PORT);
    if (given.has(port)) continue;
    given.add(port);
    if (await isPortFree(port)) return port;
  }
}
