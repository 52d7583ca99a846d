import { connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { askHost } from '../../../../src/workers/host/control-client.ts';
import { type ControlServer, startControlServer } from '../../../../src/workers/host/control-server.ts';
import type { HostFile } from '../../../../src/workers/host/host-file.ts';

const { signal } = new AbortController();
const drains: boolean[] = [];
let server: ControlServer;

beforeEach(async () => {
  drains.length = 0;
  server = await startControlServer({
    token: 'secret',
    onDrain: (force) => drains.push(force),
    status: async () => ({ openRuns: 2 }),
  });
});
afterEach(() => server.close());

const file = (change: Partial<HostFile> = {}): HostFile => ({
  pid: 1,
  processStart: '1',
  address: '127.0.0.1:1',
  namespace: 'default',
  uiUrl: null,
  taskQueue: 'lectra',
  outputDir: '/out',
  version: 'v',
  startedAt: '',
  controlPort: server.port,
  controlToken: 'secret',
  ...change,
});

it('counts a client for as long as its connection is open', async () => {
  const held = await askHost(file(), { kind: 'hold' }, signal);
  expect(held?.answer).toEqual({ kind: 'held' });
  expect(server.clients()).toBe(1);
  held?.close();
  await held?.closed;
  // The next answer comes after the server saw the first connection close, or shows that it still counts.
  await expect.poll(() => server.clients()).toBe(0);
  expect(server.clientsSoFar()).toBe(1);
});

it('tells clients, open runs and whether it stays', async () => {
  await askHost(file(), { kind: 'hold' }, signal);
  (await askHost(file(), { kind: 'keep' }, signal))?.close();
  const status = await askHost(file(), { kind: 'status' }, signal);
  status?.close();
  expect(status?.answer).toEqual({ kind: 'status', clients: 1, openRuns: 2, isKept: true });
});

it('tells a client that it ends, so the client does not start it again', async () => {
  const held = await askHost(file(), { kind: 'hold' }, signal);
  server.announceDraining();
  const late = await askHost(file(), { kind: 'hold' }, signal);
  expect(late?.answer).toEqual({ kind: 'draining' });
  server.close();
  expect(await held?.closed).toBe(true);
});

it('closes without a word when it is killed, so the client knows the difference', async () => {
  const held = await askHost(file(), { kind: 'hold' }, signal);
  server.close();
  expect(await held?.closed).toBe(false);
});

it.each([true, false])('is drained on request, with force: %s', async (force) => {
  const connection = await askHost(file(), { kind: 'drain', force }, signal);
  connection?.close();
  expect(connection?.answer).toEqual({ kind: 'draining' });
  expect(drains).toEqual([force]);
});

it('does nothing for who does not know the token', async () => {
  expect(await askHost(file({ controlToken: 'guess' }), { kind: 'drain', force: true }, signal)).toBeNull();
  expect(drains).toEqual([]);
});

it.each(['GET / HTTP/1.1\r\n\r\n', '{"kind":"hold"}\n', 'x'.repeat(5_000)])('hangs up on %j', async (text) => {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(text);
  await new Promise((closed) => socket.once('close', closed));
  expect(server.clients()).toBe(0);
});

it('is null to ask where no host answers', async () => {
  server.close();
  expect(await askHost(file(), { kind: 'status' }, signal)).toBeNull();
});
