import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { findFreePort, isPortFree } from '../../../../src/temporal/service/find-free-port.ts';
import { somePort } from '../../../services/some-port.ts';

it('takes the wanted port when it is free', async () => {
  expect(await findFreePort(7233, [], async () => true)).toBe(7233);
});

it('takes the next free one above taken and reserved ports', async () => {
  expect(await findFreePort(7233, [7234], async (port) => port !== 7233)).toBe(7235);
});

it('gives up at the end of the range instead of wrapping around', async () => {
  await expect(findFreePort(65_534, [], async () => false)).rejects.toThrow('No port from 65534 to 65535');
});

it('sees a port as taken while a program listens on it', async () => {
  const server = createServer();
  const port = await somePort();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  expect(await isPortFree(port)).toBe(false);
  await new Promise((done) => server.close(done));
  expect(await isPortFree(port)).toBe(true);
});
