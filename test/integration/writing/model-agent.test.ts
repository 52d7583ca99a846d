import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { type AgentRequest, createModelAgent, type ModelAgent } from '../../../src/writing/model-agent.ts';
import { startLocalServer } from '../../services/start-local-server.ts';
import { LASTING } from './model-questions.ts';

const GET: AgentRequest = { method: 'GET', headers: {}, body: null, signal: LASTING };

async function get(agent: ModelAgent, url: string): Promise<{ readonly text: string; readonly connections: number }> {
  const { response, connections } = await agent.send(new URL(url), GET);
  return { text: await response.text(), connections };
}

/** Serves one request on each connection, and closes it at the next one. */
async function startForgetful() {
  const served = new WeakSet<Socket>();
  return await startLocalServer((request, response) => {
    if (served.has(request.socket)) return request.socket.destroy();
    served.add(request.socket);
    return response.end('fine');
  });
}

test('A call on a kept connection that the server closes at that moment is sent once more', async () => {
  await using server = await startForgetful();
  await using agent = createModelAgent({ connections: 1 });
  expect(await get(agent, server.url)).toEqual({ text: 'fine', connections: 1 });
  expect(await get(agent, server.url)).toEqual({ text: 'fine', connections: 1 });
  expect(agent.counts()).toEqual({ connections: 2, requests: 3 });
});

test('A call is sent anew until its connection is a fresh one, since all kept ones may be at their end', async () => {
  await using server = await startForgetful();
  await using agent = createModelAgent({ connections: 4 });
  const answers = await Promise.all(Array.from({ length: 60 }, () => get(agent, server.url)));
  expect(answers.every(({ text }) => text === 'fine')).toBe(true);
  expect(agent.counts().connections).toBe(60);
});

test('A call on a fresh connection that breaks is not repeated, since the server broke it for a reason', async () => {
  let requests = 0;
  await using server = await startLocalServer((request) => {
    requests += 1;
    request.socket.destroy();
  });
  await using agent = createModelAgent({ connections: 1 });
  await expect(get(agent, server.url)).rejects.toThrow('fetch failed');
  expect(requests).toBe(1);
});

test('Calls beyond the limit wait for a connection, and all of them are served', async () => {
  let open = 0;
  let most = 0;
  await using server = await startLocalServer((_request, response) => {
    open += 1;
    most = Math.max(most, open);
    setImmediate(() => {
      open -= 1;
      response.end('fine');
    });
  });
  await using agent = createModelAgent({ connections: 3 });
  const answers = await Promise.all(Array.from({ length: 12 }, () => get(agent, server.url)));
  expect(answers.every(({ text }) => text === 'fine')).toBe(true);
  expect(answers.reduce((sum, { connections }) => sum + connections, 0)).toBe(3);
  expect(most).toBeLessThanOrEqual(3);
});

test('An aborted call that still waits for a connection is never sent', async () => {
  const cancel = new AbortController();
  const paths: string[] = [];
  const arrived = Promise.withResolvers<() => void>();
  await using server = await startLocalServer((request, response) => {
    paths.push(request.url ?? '');
    if (request.url === '/first') arrived.resolve(() => response.end('fine'));
    else response.end('fine');
  });
  await using agent = createModelAgent({ connections: 1 });
  const first = get(agent, `${server.url}/first`);
  const letGo = await arrived.promise;
  const second = agent.send(new URL(`${server.url}/second`), { ...GET, signal: cancel.signal });
  cancel.abort(new Error('not any more'));
  await expect(second).rejects.toThrow('not any more');
  letGo();
  await first;
  await get(agent, `${server.url}/third`);
  expect(paths).toEqual(['/first', '/third']);
});

test('Calls one after another take the same connection, however closely they follow', async () => {
  await using server = await startLocalServer((_request, response) => response.end('fine'));
  await using agent = createModelAgent({ connections: 4 });
  for (let call = 0; call < 5; call += 1) await get(agent, server.url);
  expect(agent.counts()).toEqual({ connections: 1, requests: 5 });
});
