import fc from 'fast-check';
import sharp from 'sharp';
import { fetch, Response } from 'undici';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createCallLedger } from '../../services/call-ledger.ts';
import { listFaults, NO_FAULTS } from '../../services/fault-script.ts';
import { padJpeg } from '../../services/pictures/pad-jpeg.ts';
import { PICTURE_FAULTS, type PictureFault } from '../../services/pictures/picture-faults.ts';
import { type PicturesSetup, startPictures } from '../../services/pictures/start-pictures.ts';
import { SPEED_PROFILES, type SpeedProfile } from '../../services/speed-profile.ts';

const USER_AGENT = 'Lectra/0.1 (https://example.org; hello@example.org)';

const shared = await open({ openverseQuota: null });
afterAll(() => shared.pictures[Symbol.asyncDispose]());

async function open(setup: Partial<PicturesSetup>) {
  const ledger = createCallLedger();
  const pictures = await startPictures({ ledger, faults: NO_FAULTS, speed: SPEED_PROFILES.instant, ...setup });
  return { ledger, pictures };
}

const get = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, { headers: { 'User-Agent': USER_AGENT, ...headers }, redirect: 'manual' });

const openverseSchema = z.object({
  result_count: z.number(),
  page_count: z.number(),
  page_size: z.number(),
  page: z.number(),
  results: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      creator: z.string(),
      creator_url: z.url(),
      license: z.string(),
      license_version: z.string(),
      license_url: z.url(),
      attribution: z.string(),
      foreign_landing_url: z.url(),
      provider: z.string(),
      url: z.url(),
      thumbnail: z.url(),
      width: z.number(),
      height: z.number(),
      filetype: z.string(),
      filesize: z.number().nullable(),
    }),
  ),
});

const text = z.object({ value: z.string() });
const commonsPageSchema = z.object({
  pageid: z.number(),
  title: z.string().startsWith('File:'),
  index: z.number(),
  imageinfo: z.tuple([
    z.object({
      url: z.url(),
      descriptionurl: z.url(),
      thumburl: z.url().optional(),
      thumbwidth: z.number().optional(),
      thumbheight: z.number().optional(),
      size: z.number(),
      width: z.number(),
      height: z.number(),
      mime: z.string(),
      extmetadata: z.object({
        Artist: text,
        Credit: text,
        LicenseShortName: text,
        LicenseUrl: text.optional(),
        AttributionRequired: text,
        UsageTerms: text,
      }),
    }),
  ]),
});
const commonsSchema = z.object({
  continue: z.object({ gsroffset: z.number() }).optional(),
  query: z.object({ pages: z.array(commonsPageSchema) }).optional(),
});

async function searchOpenverse(query: string) {
  const response = await get(`${shared.pictures.url}/v1/images/?${query}`);
  return openverseSchema.parse(await response.json());
}

async function searchCommons(query: string) {
  const base = 'action=query&format=json&formatversion=2&generator=search&gsrnamespace=6&prop=imageinfo';
  const wanted = 'iiprop=url%7Csize%7Cmime%7Cextmetadata';
  const response = await get(`${shared.pictures.url}/w/api.php?${base}&${wanted}&${query}`);
  return commonsSchema.parse(await response.json());
}

describe('the Openverse stand-in', () => {
  it('finds the same pictures for the same query, and others for another', async () => {
    const first = await searchOpenverse('q=water+cycle');
    expect(first.results).toHaveLength(20);
    expect(first.results[0]?.title).toMatch(/^Water cycle /u);
    expect(await searchOpenverse('q=water+cycle')).toEqual(first);
    const other = await searchOpenverse('q=solar+system');
    expect(other.results.map(({ id }) => id)).not.toContain(first.results[0]?.id);
  });

  it('pages through all results without a repeat, and the counts agree', async () => {
    const { page_count: pageCount, result_count: resultCount } = await searchOpenverse('q=river&page_size=20');
    const ids = new Set<string>();
    for (let page = 1; page <= pageCount; page += 1) {
      for (const { id } of (await searchOpenverse(`q=river&page_size=20&page=${page}`)).results) ids.add(id);
    }
    expect(ids.size).toBe(resultCount);
  });

  it('keeps to the licences, shapes and formats that are asked for', async () => {
    const all = await searchOpenverse('q=forest');
    expect(all.results.some(({ license }) => /n[cd]/u.test(license))).toBe(true);
    const free = await searchOpenverse('q=forest&license_type=commercial,modification');
    expect(free.results.length).toBeGreaterThan(0);
    expect(free.results.filter(({ license }) => /n[cd]/u.test(license))).toEqual([]);
    const exact = await searchOpenverse('q=forest&license=by,cc0&aspect_ratio=wide&extension=jpg');
    expect(exact.results.length).toBeGreaterThan(0);
    for (const { license, width, height, filetype } of exact.results) {
      expect(['by', 'cc0']).toContain(license);
      expect(width).toBeGreaterThan(height);
      expect(filetype).toBe('jpg');
    }
  });

  it('refuses more than 20 a page without a key, and a page that is too deep', async () => {
    expect((await get(`${shared.pictures.url}/v1/images/?q=a&page_size=21`)).status).toBe(401);
    expect((await get(`${shared.pictures.url}/v1/images/?q=a&page=21`)).status).toBe(400);
  });

  it('grants 20 searches a minute and 200 a day, says what is left, and takes up again', async () => {
    let nowMs = 0;
    const { pictures } = await open({ nowMs: () => nowMs });
    await using _ = pictures;
    const search = () => get(`${pictures.url}/v1/images/?q=sea`);
    for (let minute = 0; minute < 10; minute += 1) {
      for (let turn = 1; turn <= 20; turn += 1) {
        const { status, headers } = await search();
        expect([status, headers.get('x-ratelimit-available-anon_burst')]).toEqual([200, String(20 - turn)]);
      }
      if (minute === 0) {
        const refused = await search();
        expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
        expect(await refused.json()).toEqual({
          detail: 'Request was throttled. Expected available in 60 seconds.',
        });
      }
      nowMs += 60_000;
    }
    const refused = await search();
    expect(refused.headers.get('x-ratelimit-available-anon_sustained')).toBe('0');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, String(24 * 3600 - 600)]);
    nowMs += 24 * 3_600_000 - 600_000;
    expect((await search()).status).toBe(200);
  });
});

describe('the Commons stand-in', () => {
  it('gives files with licence fields, and the creator in HTML as Commons does', async () => {
    const { query } = await searchCommons('gsrsearch=water+filetype:bitmap&gsrlimit=20');
    const infos = query?.pages.map(({ imageinfo: [info] }) => info) ?? [];
    expect(infos).toHaveLength(20);
    for (const { mime, extmetadata } of infos) {
      expect(mime).toBe('image/jpeg');
      expect(extmetadata.Artist.value).toMatch(
        /^<a href="\/\/commons\.wikimedia\.org\/wiki\/User:[^"]+" title="[^"]+">[^<]+<\/a>$/u,
      );
      expect(extmetadata.LicenseUrl === undefined).toBe(extmetadata.LicenseShortName.value === 'Public domain');
    }
  });

  it('mixes documents in when the search asks for no bitmaps', async () => {
    const { query } = await searchCommons('gsrsearch=water&gsrlimit=40');
    const mimes = new Set(query?.pages.map(({ imageinfo: [{ mime }] }) => mime));
    expect(mimes).toEqual(new Set(['image/jpeg', 'application/pdf']));
  });

  it('continues where the last answer ended', async () => {
    const first = await searchCommons('gsrsearch=water+filetype:bitmap&gsrlimit=5');
    const next = await searchCommons(
      `gsrsearch=water+filetype:bitmap&gsrlimit=5&gsroffset=${first.continue?.gsroffset}`,
    );
    const both = await searchCommons('gsrsearch=water+filetype:bitmap&gsrlimit=10');
    expect([...(first.query?.pages ?? []), ...(next.query?.pages ?? [])]).toEqual(both.query?.pages);
  });

  it('has no "query" in an answer without hits, and pages by id in the old format', async () => {
    const none = await get(
      `${shared.pictures.url}/w/api.php?action=query&format=json&generator=search&gsrsearch=water&gsrnamespace=0`,
    );
    expect(await none.json()).toEqual({ batchcomplete: '' });
    const old = await get(
      `${shared.pictures.url}/w/api.php?action=query&format=json&generator=search&gsrsearch=water&gsrnamespace=6&gsrlimit=1`,
    );
    const pagesById = z.object({ query: z.object({ pages: z.record(z.string(), z.object({ pageid: z.number() })) }) });
    const [[key, page] = []] = Object.entries(pagesById.parse(await old.json()).query.pages);
    expect(key).toBe(String(page?.pageid));
  });

  it('refuses a client that names no contact, for the search and for the files', async () => {
    const url = `${shared.pictures.url}/w/api.php?action=query&format=json&generator=search&gsrsearch=a`;
    expect((await get(url, { 'User-Agent': 'node' })).status).toBe(403);
    const { query } = await searchCommons('gsrsearch=water+filetype:bitmap&gsrlimit=1');
    const fileUrl = query?.pages[0]?.imageinfo[0].url ?? '';
    expect((await get(fileUrl, { 'User-Agent': 'node' })).status).toBe(403);
    expect((await get(fileUrl)).status).toBe(200);
  });
});

describe('the picture files', () => {
  it('decode to the size and format that the search announced, and no two are alike', async () => {
    const { results } = await searchOpenverse('q=mountain&page_size=12');
    const tags = new Set<string>();
    for (const result of results) {
      let response = await get(result.url);
      if (response.status === 302)
        response = await get(new URL(response.headers.get('location') ?? '', result.url).href);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(response.status).toBe(200);
      expect(Number(response.headers.get('content-length'))).toBe(bytes.length);
      if (result.filesize !== null) expect(bytes.length).toBe(result.filesize);
      const { width, height, format } = await sharp(bytes).metadata();
      expect([width, height]).toEqual([result.width, result.height]);
      expect(format).toBe(result.filetype === 'jpg' ? 'jpeg' : result.filetype);
      expect(response.headers.get('content-type')).toBe(`image/${format}`);
      const { entropy } = await sharp(bytes).stats();
      expect(entropy).toBeGreaterThan(2);
      tags.add(response.headers.get('etag') ?? '');
    }
    expect(tags.size).toBe(results.length);
    expect(results.map(({ url }) => new URL(url).pathname.split('/')[1])).toContain('moved');
  });

  it('come unchanged to a client that has them (304), and again in the same bytes from a stand-in started anew', async () => {
    const { results } = await searchOpenverse('q=lake&extension=jpg');
    const path = new URL(results.find(({ url }) => url.includes('/files/'))?.url ?? '').pathname;
    const first = await get(`${shared.pictures.url}${path}`);
    const again = await get(`${shared.pictures.url}${path}`, { 'If-None-Match': first.headers.get('etag') ?? '' });
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
    const { pictures } = await open({});
    await using _ = pictures;
    const elsewhere = await get(`${pictures.url}${path}`);
    expect(Buffer.from(await elsewhere.arrayBuffer()).equals(Buffer.from(await first.arrayBuffer()))).toBe(true);
  });

  it('have thumbnails of the announced size', async () => {
    const { results } = await searchOpenverse('q=lake&page_size=1');
    const small = await get(results[0]?.thumbnail ?? '');
    expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).width).toBe(600);
    const { query } = await searchCommons('gsrsearch=lake+filetype:bitmap&gsrlimit=1&iiurlwidth=320');
    const info = query?.pages[0]?.imageinfo[0];
    const thumb = await sharp(Buffer.from(await (await get(info?.thumburl ?? '')).arrayBuffer())).metadata();
    expect([thumb.width, thumb.height]).toEqual([info?.thumbwidth, info?.thumbheight]);
  });

  it('of Commons have the size that the search announced, documents too', async () => {
    const { query } = await searchCommons('gsrsearch=lake&gsrlimit=6');
    for (const { imageinfo } of query?.pages ?? []) {
      const response = await get(imageinfo[0].url);
      expect((await response.arrayBuffer()).byteLength).toBe(imageinfo[0].size);
      expect(response.headers.get('content-type')).toBe(imageinfo[0].mime);
    }
  });

  it('are not there under another name', async () => {
    expect((await get(`${shared.pictures.url}/files/nothing.jpg`)).status).toBe(404);
    const { results } = await searchOpenverse('q=lake&extension=jpg&page_size=1');
    expect((await get((results[0]?.url ?? '').replace('/moved/', '/files/').replace('.jpg', '.png'))).status).toBe(404);
  });
});

describe('padJpeg', () => {
  it('fills a JPEG up to any size, and it decodes to the same pixels', async () => {
    const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer();
    const pixels = await sharp(jpeg).raw().toBuffer();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: 200_000 }), async (more) => {
        const padded = padJpeg(jpeg, jpeg.length + more);
        expect(padded.length).toBe(jpeg.length + more);
        expect((await sharp(padded).raw().toBuffer()).equals(pixels)).toBe(true);
      }),
      { numRuns: 30, examples: [[65_000], [65_001], [65_003], [65_004], [130_001]] },
    );
    expect(() => padJpeg(jpeg, jpeg.length + 3)).toThrow(RangeError);
  });
});

describe('the faults of the picture stand-in', () => {
  async function meet(fault: PictureFault, setup: Partial<PicturesSetup> = {}) {
    const { ledger, pictures } = await open({ faults: listFaults<PictureFault>([fault, null, fault]), ...setup });
    const searchUrl = `${pictures.url}/v1/images/?q=bridge&extension=jpg`;
    const search = await get(searchUrl).catch((error: unknown) => error);
    const { results } = openverseSchema.parse(await (await get(searchUrl)).json());
    const path = new URL(results[0]?.url ?? '').pathname.replace('/moved/', '/files/');
    const file = await get(`${pictures.url}${path}`).catch((error: unknown) => error);
    return { ledger, pictures, search, file };
  }
  function responseOf(met: unknown): Response {
    if (met instanceof Response) return met;
    throw new TypeError(`There was no response: ${String(met)}`);
  }

  it.each([
    ['status-429', 429],
    ['status-500', 500],
    ['status-404', 404],
  ] as const)('%s answers a search and a file so, and the ledger says it', async (fault, status) => {
    const { ledger, pictures, search, file } = await meet(fault);
    await using _ = pictures;
    expect([responseOf(search).status, responseOf(file).status]).toEqual([status, status]);
    const retryAfter = status === 429 ? '2' : null;
    expect(responseOf(file).headers.get('retry-after')).toBe(retryAfter);
    await ledger.until((entries) => entries.length === 3 && entries.every(({ outcome }) => outcome !== null));
    expect(ledger.entries()).toMatchObject([
      { service: 'openverse', operation: 'search', outcome: 'faulted', fault },
      { service: 'openverse', operation: 'search', outcome: 'answered', fault: null },
      { service: 'openverse', operation: 'file', outcome: 'faulted', fault },
    ]);
  });

  it('reset breaks the connection', async () => {
    const { pictures, search, file } = await meet('reset');
    await using _ = pictures;
    for (const met of [search, file]) {
      expect(met).toMatchObject({ message: 'fetch failed', cause: { code: 'ECONNRESET' } });
    }
  });

  it('html-instead is a page with status 200', async () => {
    const { pictures, search, file } = await meet('html-instead');
    await using _ = pictures;
    for (const response of [responseOf(search), responseOf(file)]) {
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(await response.text()).toMatch(/^<!DOCTYPE html>/u);
    }
  });

  it('truncated breaks off in the middle of the announced length', async () => {
    const { pictures, search, file } = await meet('truncated');
    await using _ = pictures;
    for (const response of [responseOf(search), responseOf(file)]) {
      expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1000);
      await expect(response.arrayBuffer()).rejects.toThrow('terminated');
    }
  });

  it('wrong-type is a PDF that says it is what was asked for', async () => {
    const { pictures, search, file } = await meet('wrong-type');
    await using _ = pictures;
    expect(responseOf(search).headers.get('content-type')).toBe('application/json');
    expect(responseOf(file).headers.get('content-type')).toBe('image/jpeg');
    expect(await responseOf(search).text()).toMatch(/^%PDF/u);
    expect(await responseOf(file).text()).toMatch(/^%PDF/u);
  });

  it('too-large starts like the real file and ends only when the client leaves', async () => {
    const { ledger, pictures, search, file } = await meet('too-large');
    await using _ = pictures;
    await responseOf(search).body?.cancel();
    expect(responseOf(file).headers.get('content-length')).toBeNull();
    let received = 0;
    for await (const chunk of responseOf(file).body ?? []) {
      if (received === 0) expect([chunk[0], chunk[1]]).toEqual([0xff, 0xd8]);
      received += chunk.length;
      if (received > 8_000_000) break;
    }
    expect(received).toBeGreaterThan(8_000_000);
    await ledger.until((entries) => entries.length === 3 && entries.every(({ outcome }) => outcome !== null));
  });

  it('slow sends the header at once and the body in drips, whole in the end', async () => {
    const startedAtMs = performance.now();
    const { pictures, file } = await meet('slow', { slowMs: 200 });
    await using _ = pictures;
    const response = responseOf(file);
    const bytes = await response.arrayBuffer();
    expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(190);
    expect(bytes.byteLength).toBe(Number(response.headers.get('content-length')));
  });

  it('empty-results finds nothing, and a file has no bytes', async () => {
    const { pictures, search, file } = await meet('empty-results');
    await using _ = pictures;
    expect(await responseOf(search).json()).toMatchObject({ result_count: 0, results: [] });
    expect((await responseOf(file).arrayBuffer()).byteLength).toBe(0);
    const commons = await open({ faults: listFaults<PictureFault>(['empty-results']) });
    await using __ = commons.pictures;
    const api = `${commons.pictures.url}/w/api.php?action=query&format=json&formatversion=2&generator=search&gsrsearch=a&gsrnamespace=6`;
    expect(await (await get(api)).json()).toEqual({ batchcomplete: true });
  });

  it('redirect-to-private leads away, and the ledger tells when a client follows', async () => {
    const { ledger, pictures, file } = await meet('redirect-to-private');
    await using _ = pictures;
    expect(responseOf(file).status).toBe(302);
    const location = responseOf(file).headers.get('location') ?? '';
    expect(new URL(location).port).not.toBe(String(pictures.port));
    expect(ledger.entries().map(({ service }) => service)).not.toContain('private');
    await get(location);
    expect(ledger.entries().at(-1)).toMatchObject({ service: 'private', operation: 'read' });
  });

  it('befall only the requests in their scope', async () => {
    const all = listFaults<PictureFault>(['status-500', 'status-500']);
    const { pictures } = await open({ faults: all, faultScope: 'files' });
    await using _ = pictures;
    expect((await get(`${pictures.url}/v1/images/?q=a`)).status).toBe(200);
    expect((await get(`${pictures.url}/files/nothing.jpg`)).status).toBe(500);
  });

  it('end in the ledger, each one of them, also when the client leaves at once', async () => {
    for (const fault of PICTURE_FAULTS) {
      const { ledger, pictures } = await open({ faults: listFaults<PictureFault>([fault]) });
      await using _ = pictures;
      const leaving = new AbortController();
      const met = fetch(`${pictures.url}/v1/images/?q=a`, { signal: leaving.signal, redirect: 'manual' })
        .then((response) => response.body?.cancel())
        .catch(() => undefined);
      await ledger.until((entries) => entries.length === 1);
      leaving.abort();
      await met;
      await ledger.until((entries) => entries.every(({ outcome }) => outcome !== null));
      expect(ledger.entries()).toMatchObject([{ outcome: 'faulted', fault }]);
    }
  });
});

describe('the ledger of the picture stand-in', () => {
  it('labels equal requests alike, whatever the order of their parameters', async () => {
    const { ledger, pictures } = await open({});
    await using _ = pictures;
    for (const query of ['q=a&page=1', 'page=1&q=a', 'q=b&page=1']) {
      await (await get(`${pictures.url}/v1/images/?${query}`)).arrayBuffer();
    }
    const labels = ledger.entries().map(({ about }) => about);
    expect(labels).toEqual(['/v1/images/?page=1&q=a', '/v1/images/?page=1&q=a', '/v1/images/?page=1&q=b']);
  });

  it('says that a call was cut when the client left before the answer', async () => {
    const speed: SpeedProfile = { ...SPEED_PROFILES.instant, pictures: { searchMs: 60_000, downloadMs: 0 } };
    const { ledger, pictures } = await open({ speed });
    await using _ = pictures;
    const leaving = new AbortController();
    const met = fetch(`${pictures.url}/v1/images/?q=a`, { signal: leaving.signal }).catch((error: Error) => error.name);
    await ledger.until((entries) => entries.length === 1);
    leaving.abort();
    expect(await met).toBe('AbortError');
    await ledger.until((entries) => entries.every(({ outcome }) => outcome !== null));
    expect(ledger.entries()).toMatchObject([{ outcome: 'cut', fault: null }]);
  });
});
