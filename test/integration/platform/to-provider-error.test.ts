import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { Agent, fetch } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';
import { InputError, LectraError } from '../../../src/contract/errors.ts';
import { toProviderError } from '../../../src/platform/to-provider-error.ts';
import { somePort } from '../../services/some-port.ts';

const LONG = new AbortController().signal;
const patient = new Agent();
const impatient = new Agent({ headersTimeout: 300, bodyTimeout: 300 });
const servers: Server[] = [];
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** A server that reads the request and then does one thing to the connection. */
async function serve(answer: (socket: Socket) => unknown): Promise<string> {
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined).once('data', () => answer(socket));
  });
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server has no port.');
  return `127.0.0.1:${address.port}`;
}

async function callIt(address: string, signal = LONG, dispatcher = patient): Promise<unknown> {
  const url = new URL(`${address}/v1?key=abcdef123`);
  try {
    const response = await fetch(url, { dispatcher, signal });
    return await response.text();
  } catch (thrown) {
    return toProviderError({ provider: 'Edge', url, now: () => 0 }, thrown, signal);
  }
}

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf';

describe('toProviderError on real connections', () => {
  test.each([
    ['a connection that is reset', (socket: Socket) => socket.resetAndDestroy(), 'PROVIDER_FAILED'],
    ['a server that hangs up', (socket: Socket) => socket.end(), 'PROVIDER_FAILED'],
    ['an answer that breaks off', (socket: Socket) => socket.end(HEAD), 'PROVIDER_FAILED'],
    ['an answer that never begins', () => undefined, 'PROVIDER_TIMED_OUT'],
    ['an answer that stands still', (socket: Socket) => socket.write(HEAD), 'PROVIDER_TIMED_OUT'],
    ['a server of something else', (socket: Socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'), 'PROVIDER_BAD_OUTPUT'],
  ])('names %s, and where', async (_what, answer, code) => {
    const host = await serve(answer);
    // A limit for the others would be one for the machine: it may stand still for as long before a connection is reset.
    const error = await callIt(`http://${host}`, LONG, code === 'PROVIDER_TIMED_OUT' ? impatient : patient);
    expect(error).toBeInstanceOf(LectraError);
    expect(error).toMatchObject({ code, provider: 'Edge', message: expect.stringContaining(`Edge at ${host} `) });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('abcdef123');
  });

  test('names a port where nobody listens', async () => {
    const host = `127.0.0.1:${await somePort()}`;
    expect(await callIt(`http://${host}`)).toMatchObject({ code: 'PROVIDER_UNREACHABLE' });
  });

  test('names a host that no one knows', async () => {
    expect(await callIt('http://no-such-host.invalid')).toMatchObject({
      code: 'PROVIDER_UNREACHABLE',
      message: expect.stringMatching(/^Edge at no-such-host\.invalid cannot be reached \(getaddrinfo E/),
    });
  });

  test('names a port that fetch forbids, whose error has no code', async () => {
    expect(await callIt('http://127.0.0.1:6000')).toMatchObject({
      code: 'PROVIDER_UNREACHABLE',
      message: expect.stringContaining('(bad port)'),
    });
  });

  test('names https where there is none', async () => {
    const host = await serve((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await callIt(`https://${host}`)).toMatchObject({
      code: 'PROVIDER_UNTRUSTED',
      // Without the thread, the number and the line of the source that OpenSSL puts around it.
      message: expect.stringMatching(
        /^Edge at [\d.:]+ has no connection or certificate that can be trusted \([a-z ]+\); check/,
      ),
    });
  });

  test('gives the reason of a cancel back untouched', async () => {
    const cancel = new AbortController();
    const reason = new Error('the run was cancelled');
    const host = await serve(() => cancel.abort(reason));
    expect(await callIt(`http://${host}`, cancel.signal)).toBe(reason);
  });
});

describe('toProviderError on what is no matter of the network', () => {
  const call = { provider: 'Edge', url: new URL('http://h/'), now: () => 0 };

  test.each([
    ['an error of a family', new InputError('VOICE_UNKNOWN', 'no')],
    ['a defect', new TypeError('x is not a function')],
    ['no file left to open', Object.assign(new TypeError('fetch failed'), { cause: emfile() })],
    ['something that is no error', 'oops'],
  ])('gives %s back untouched', (_what, thrown) => {
    expect(toProviderError(call, thrown, LONG)).toBe(thrown);
  });

  test('takes a deadline of its own for a timeout, since only the caller could cancel', () => {
    const timeout = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    expect(toProviderError(call, timeout, LONG)).toMatchObject({ code: 'PROVIDER_TIMED_OUT' });
  });

  test.each(['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
    'takes %s for good, since the next attempt meets the same certificate',
    (code) => {
      const failed = new TypeError('fetch failed', { cause: Object.assign(new Error('certificate'), { code }) });
      expect(toProviderError(call, failed, LONG)).toMatchObject({ code: 'PROVIDER_UNTRUSTED' });
    },
  );

  test('finds the code of each address that was tried', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED ::1:1'), { code: 'ECONNREFUSED' });
    const failed = new TypeError('fetch failed', { cause: new AggregateError([refused]) });
    expect(toProviderError(call, failed, LONG)).toMatchObject({ code: 'PROVIDER_UNREACHABLE' });
  });

  test('keeps no key in the cause, which is written into the history of the run', () => {
    const keyed = { ...call, secrets: ['sk-1234'] };
    const cause = Object.assign(new Error('socket of sk-1234'), { code: 'ECONNRESET' });
    const error = toProviderError(keyed, new TypeError('fetch failed', { cause }), LONG);
    expect(error).toBeInstanceOf(LectraError);
    const texts =
      error instanceof LectraError && error.cause instanceof Error ? [error.cause.message, error.cause.stack] : [];
    expect(texts).toHaveLength(2);
    expect(texts.join()).not.toContain('sk-1234');
    expect(texts.join()).toContain('[hidden]');
  });
});

function emfile(): Error {
  return Object.assign(new Error('connect EMFILE'), { code: 'EMFILE', errno: -24, syscall: 'connect' });
}
