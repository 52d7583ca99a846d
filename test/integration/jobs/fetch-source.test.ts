import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LectraError } from '../../../src/contract/errors.ts';
import { citedAddress, type FetchSourceDeps, fetchSource } from '../../../src/jobs/fetch-source.ts';
import { startLocalServer } from '../../services/start-local-server.ts';

const { signal } = new AbortController();
const PAGE = '<!DOCTYPE html><title>Ice</title><p>Ice moves.</p>';
const DEPS: FetchSourceDeps = { allowedHosts: ['127.0.0.1'], now: () => 0, userAgent: 'Lectra/test' };

const html = (
  answer: ServerResponse,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void => {
  answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
  answer.end(body);
};

async function fetchFrom(listener: RequestListener, path = '/page', deps: Partial<FetchSourceDeps> = {}) {
  await using server = await startLocalServer(listener);
  const source = await fetchSource(new URL(`${server.url}${path}`), { ...DEPS, ...deps }, signal);
  return { ...source, name: source.name.replace(server.url, '') };
}

async function failureOf(
  listener: RequestListener,
  path = '/page',
  deps: Partial<FetchSourceDeps> = {},
): Promise<string> {
  try {
    await fetchFrom(listener, path, deps);
  } catch (error) {
    if (error instanceof LectraError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'no failure';
}

const redirect = (to: string) => (request: IncomingMessage, answer: ServerResponse) => {
  if (request.url !== '/page') return html(answer, PAGE);
  answer.writeHead(302, { location: to });
  answer.end();
};

describe('fetchSource', () => {
  it('asks as Lectra, without cookies, and names the page by its address without fragment and keys', async () => {
    let asked: IncomingMessage['headers'] = {};
    const source = await fetchFrom((request, answer) => {
      asked = request.headers;
      html(answer, PAGE, { 'set-cookie': 'a=b' });
    }, '/wiki/Ice?page=2&access_token=abc#top');
    expect(source).toMatchObject({ name: '/wiki/Ice?page=2', mediaType: 'text/html', bytes: Buffer.from(PAGE) });
    expect([asked['user-agent'], asked.cookie, asked.authorization]).toEqual(['Lectra/test', undefined, undefined]);
  });

  it.each([
    ['gzip', gzipSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
  ])('unpacks %s', async (encoding, body) => {
    const source = await fetchFrom((_request, answer) => html(answer, body, { 'content-encoding': encoding }));
    expect(Buffer.from(source.bytes).toString()).toBe(PAGE);
  });

  it('turns a page into UTF-8 when the server names another encoding', async () => {
    const source = await fetchFrom((_request, answer) =>
      html(answer, Buffer.from('Gl\u00e4tscher', 'latin1'), { 'content-type': 'text/html; charset=iso-8859-1' }),
    );
    expect(new TextDecoder().decode(source.bytes)).toBe('Gl\u00e4tscher');
  });

  it('follows five redirects and no more', async () => {
    const hop = (count: number) => (request: IncomingMessage, answer: ServerResponse) => {
      const at = Number(request.url?.slice(1));
      if (at >= count) return html(answer, PAGE);
      answer.writeHead(302, { location: `/${at + 1}` });
      answer.end();
    };
    expect((await fetchFrom(hop(5), '/0')).name).toBe('/5');
    expect(await failureOf(hop(6), '/0')).toMatch(/^PROVIDER_BAD_OUTPUT .* sends on more than 5 times/u);
  });

  it.each([
    'http://127.0.0.2/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest',
    'http://localhost/',
    'http://2130706433/x'.replace('2130706433', '167772161'),
  ])('does not follow a redirect to %s, a private address', async (to) => {
    expect(await failureOf(redirect(to))).toMatch(/^ADDRESS_FORBIDDEN "/u);
  });

  it('does not follow a redirect to a file', async () => {
    expect(await failureOf(redirect('file:///etc/passwd'))).toMatch(/^INPUT_INVALID .* only addresses with http/u);
  });

  it('refuses a public name that leads to a private address, and never connects', async () => {
    let connections = 0;
    await using server = await startLocalServer((_request, answer) => {
      connections += 1;
      html(answer, PAGE);
    });
    const findAddresses = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    const fetching = fetchSource(new URL(`http://ice.example.org:${server.port}/`), { ...DEPS, findAddresses }, signal);
    await expect(fetching).rejects.toMatchObject({
      code: 'ADDRESS_FORBIDDEN',
      message: expect.stringContaining('"ice.example.org" leads to 127.0.0.1, a private address'),
    });
    expect(connections).toBe(0);
  });

  it('connects to the address that it has checked: the name is looked up once', async () => {
    let lookups = 0;
    await using server = await startLocalServer((_request, answer) => html(answer, PAGE));
    const findAddresses = async () => {
      lookups += 1;
      return [{ address: '127.0.0.1', family: 4 }];
    };
    const deps = { ...DEPS, allowedHosts: ['wiki.example.org'], findAddresses };
    await fetchSource(new URL(`http://wiki.example.org:${server.port}/`), deps, signal);
    expect(lookups).toBe(1);
  });

  it('ends with a body that unpacks to more than 64 MB, though it came as a few kilobytes', async () => {
    const bomb = gzipSync(Buffer.alloc(70 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    const failure = await failureOf((_request, answer) => html(answer, bomb, { 'content-encoding': 'gzip' }));
    expect(failure).toMatch(/^INPUT_INVALID .* has more than 64 MB/u);
  });

  it.each([
    [
      (answer: ServerResponse) => html(answer, 'no gzip', { 'content-encoding': 'gzip' }),
      /^PROVIDER_BAD_OUTPUT .*cannot be unpacked/u,
    ],
    [(answer: ServerResponse) => html(answer, PAGE, { 'content-encoding': 'zstd' }), /^PROVIDER_BAD_OUTPUT .*"zstd"/u],
    [
      (answer: ServerResponse) => html(answer, 'x', { 'content-type': 'image/png' }),
      /^INPUT_INVALID .* is a picture \(image\/png\)/u,
    ],
    [(answer: ServerResponse) => html(answer, ''), /^INPUT_INVALID .* is empty/u],
    [(answer: ServerResponse) => answer.writeHead(404).end(), /^SOURCE_MISSING There is no page at .* \(HTTP 404\)/u],
    [
      (answer: ServerResponse) => answer.writeHead(401).end(),
      /^DOCUMENT_UNREADABLE .*behind a login \(HTTP 401\); save the page/u,
    ],
    [
      (answer: ServerResponse) => answer.writeHead(403).end(),
      /^DOCUMENT_UNREADABLE .*behind a login \(HTTP 403\); save the page/u,
    ],
    [(answer: ServerResponse) => answer.writeHead(503).end(), /^PROVIDER_FAILED /u],
    [(answer: ServerResponse) => answer.destroy(), /^PROVIDER_FAILED The web page .*broke the connection off/u],
  ])('says in one sentence what it got instead of a page (%#)', async (respond, sentence) => {
    expect(await failureOf((_request, answer) => void respond(answer))).toMatch(sentence);
  });

  it('takes a redirect to a login for what it is', async () => {
    expect(await failureOf(redirect('/users/sign_in?next=page'))).toMatch(
      /^DOCUMENT_UNREADABLE .*behind a login \(it sends on to/u,
    );
  });

  it('gives up on a server that does not answer in time', async () => {
    expect(await failureOf(() => undefined, '/page', { limitMs: 200 })).toMatch(/^PROVIDER_TIMED_OUT /u);
  });

  it('says that a name has no address', async () => {
    const findAddresses = async () =>
      Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }));
    const fetching = fetchSource(new URL('http://ice.example.org/'), { ...DEPS, findAddresses }, signal);
    await expect(fetching).rejects.toMatchObject({ code: 'PROVIDER_UNREACHABLE' });
  });

  it('leaves at once with the reason of an abort', async () => {
    await using server = await startLocalServer(() => leaving.abort(new Error('left')));
    const leaving = new AbortController();
    await expect(fetchSource(new URL(server.url), DEPS, leaving.signal)).rejects.toThrow('left');
  });

  it('does not fetch with a password in the address, and does not repeat it', async () => {
    const fetching = fetchSource(new URL('http://me:hunter22@example.org/'), DEPS, signal);
    await expect(fetching).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.not.stringContaining('hunter22'),
    });
  });
});

describe('citedAddress', () => {
  it('keeps what names the page and drops what opens it', () => {
    expect(citedAddress(new URL('https://a.org/p?id=7&X-Amz-Signature=1&session_id=2&keyword=k#x'))).toBe(
      'https://a.org/p?id=7&keyword=k',
    );
  });
});
