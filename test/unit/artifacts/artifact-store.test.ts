import { chmod, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArtifactStore } from '../../../src/artifacts/artifact-store.ts';
import { openArtifactStore } from '../../../src/artifacts/open-artifact-store.ts';
import type { ArtifactRef } from '../../../src/contract/artifact-ref.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const asJson = (ref: ArtifactRef) => ({ ...ref });

let folder = '';
let store: ArtifactStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectra-store-'));
  store = await openArtifactStore({ folder });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function blobPath({ sha256 }: ArtifactRef): string {
  return join(folder, 'blobs', sha256.slice(0, 2), sha256);
}

test('names a blob by its own sha256 and gives the bytes back', async () => {
  const ref = await store.put(bytesOf('abc'), 'text/plain');
  expect(ref).toEqual({
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    sizeBytes: 3,
    mediaType: 'text/plain',
  });
  expect(Buffer.from(await store.get(ref)).toString()).toBe('abc');
});

test('stores equal bytes once, even when many writers come at the same time', async () => {
  const refs = await Promise.all(Array.from({ length: 20 }, () => store.put(bytesOf('same'), 'text/plain')));
  expect(new Set(refs.map(({ sha256 }) => sha256)).size).toBe(1);
  expect(await readdir(join(blobPath(refs[0] as ArtifactRef), '..'))).toHaveLength(1);
});

test('says that a missing blob is missing', async () => {
  const ref = await store.put(bytesOf('abc'), 'text/plain');
  await rm(blobPath(ref));
  await expect(store.get(ref)).rejects.toMatchObject({ code: 'ARTIFACT_MISSING' });
  await expect(store.pathOf(ref)).rejects.toMatchObject({ code: 'ARTIFACT_MISSING' });
});

test('never hands out altered bytes of the same length, and forgets them so that the step can make them again', async () => {
  const ref = await store.put(bytesOf('abc'), 'text/plain');
  await chmod(blobPath(ref), 0o600);
  await writeFile(blobPath(ref), 'abX');
  await expect(store.get(ref)).rejects.toMatchObject({ code: 'ARTIFACT_MISSING' });
  expect(await store.has(ref)).toBe(false);
  await store.put(bytesOf('abc'), 'text/plain');
  expect(Buffer.from(await store.get(ref)).toString()).toBe('abc');
});

test('stores bytes anew when the blob of that name was damaged, so that a start again helps', async () => {
  const ref = await store.put(bytesOf('abc'), 'text/plain');
  await chmod(blobPath(ref), 0o600);
  await writeFile(blobPath(ref), 'abX');
  await store.put(bytesOf('abc'), 'text/plain');
  expect(Buffer.from(await store.get(ref)).toString()).toBe('abc');
});

test('does not know a step of which one blob was damaged, so that all such steps run again at once', async () => {
  const ref = await store.put(bytesOf('abc'), 'text/plain');
  await store.recordStep('ab12', { value: asJson(ref), warnings: [] });
  await chmod(blobPath(ref), 0o600);
  await writeFile(blobPath(ref), 'abX');
  expect(await store.findStep('ab12')).toBeNull();
  expect(await store.has(ref)).toBe(false);
});

test('the first result of a step counts, and a later writer gets it', async () => {
  const first = await store.put(bytesOf('first'), 'text/plain');
  const second = await store.put(bytesOf('second'), 'text/plain');
  await store.recordStep('key', { value: { ref: asJson(first) }, warnings: [] });
  const winner = await store.recordStep('key', { value: { ref: asJson(second) }, warnings: [] });
  expect(winner.value).toEqual({ ref: first });
  expect((await store.findStep('key'))?.value).toEqual({ ref: first });
});

test('one winner among writers at the same time', async () => {
  const winners = await Promise.all(
    Array.from({ length: 10 }, (_, index) => store.recordStep('race', { value: index, warnings: [] })),
  );
  expect(new Set(winners.map(({ value }) => value)).size).toBe(1);
});

test('a result does not count any more when one of its blobs, however deep, is gone', async () => {
  const kept = await store.put(bytesOf('kept'), 'text/plain');
  const lost = await store.put(bytesOf('lost'), 'text/plain');
  await store.recordStep('key', {
    value: { pages: [{ picture: asJson(kept) }, { picture: asJson(lost) }] },
    warnings: [],
  });
  await rm(blobPath(lost));
  expect(await store.findStep('key')).toBeNull();
  const again = await store.recordStep('key', { value: 'made again', warnings: [] });
  expect(again.value).toBe('made again');
});

test('a result does not count any more when an artifact is gone that only another artifact names', async () => {
  const sound = await store.put(bytesOf('sound'), 'audio/pcm');
  const speech = await store.put(bytesOf(JSON.stringify({ audio: sound })), 'application/json');
  await store.recordStep('key', { value: { speech: asJson(speech) }, warnings: [] });
  expect(await store.findStep('key')).not.toBeNull();
  await rm(blobPath(sound));
  expect(await store.findStep('key')).toBeNull();
});

test.each([
  ['half of its JSON', '{"value": '],
  ['nothing', ''],
  ['JSON of another shape', '{"value": 1}'],
  ['bytes that are no text', '\u0000\ufffd'],
])('an index file that holds %s counts as no result, and a new one takes its place', async (_, text) => {
  await store.recordStep('abkey', { value: 1, warnings: [] });
  await writeFile(join(folder, 'steps', 'ab', 'abkey.json'), text);
  expect(await store.findStep('abkey')).toBeNull();
  expect((await store.recordStep('abkey', { value: 2, warnings: [] })).value).toBe(2);
  expect((await store.findStep('abkey'))?.value).toBe(2);
});

test.each<[string, (path: string) => Promise<unknown>]>([
  ['was emptied', (path) => truncate(path)],
  ['was cut short', (path) => truncate(path, 2)],
  ['grew', (path) => writeFile(path, 'abcd')],
  ['became a folder', (path) => rm(path).then(() => mkdir(path))],
])('a blob that %s is told as missing by every way to it, and can be stored anew', async (_, damage) => {
  const ref = await store.put(bytesOf('abc'), 'text/plain');
  await chmod(blobPath(ref), 0o600);
  for (const look of [() => store.get(ref), () => store.pathOf(ref)]) {
    await damage(blobPath(ref));
    await expect(look()).rejects.toMatchObject({ code: 'ARTIFACT_MISSING' });
    await store.put(bytesOf('abc'), 'text/plain');
    expect(Buffer.from(await store.get(ref)).toString()).toBe('abc');
    await chmod(blobPath(ref), 0o600);
  }
});

test.each(['blobs', 'steps', 'work'])('goes on after its folder "%s" was removed under it', async (part) => {
  await store.put(bytesOf('before'), 'text/plain');
  await rm(join(folder, part), { recursive: true });
  const ref = await store.put(bytesOf('after'), 'text/plain');
  expect(await store.recordStep('key', { value: asJson(ref), warnings: [] })).toMatchObject({ value: ref });
  await rm(join(folder, part), { recursive: true });
  await using work = await store.makeWorkFolder();
  await writeFile(join(work.path, 'out'), 'made');
  expect(await readFile(await store.pathOf(await store.putFile(join(work.path, 'out'), 'text/plain')), 'utf8')).toBe(
    'made',
  );
});

test('writes under a final name only what is finished, so that a kill leaves nothing among the blobs', async () => {
  await rm(join(folder, 'blobs'), { recursive: true });
  await writeFile(join(folder, 'blobs'), 'no folder: whatever is written goes elsewhere first');
  await expect(store.put(bytesOf('abc'), 'text/plain')).rejects.toThrow();
  expect(await readdir(join(folder, 'work'))).toEqual([]);
});

test('gets a new id when the file with the old one was emptied', async () => {
  await writeFile(join(folder, 'store-id'), '');
  const [first, second] = await Promise.all([openArtifactStore({ folder }), openArtifactStore({ folder })]);
  expect(first.id).toMatch(/^[0-9a-f-]{36}$/);
  expect((await openArtifactStore({ folder })).id).toBe(second.id);
});

test('takes over a finished file and leaves nothing of the work folder', async () => {
  let path = '';
  let ref: ArtifactRef;
  {
    await using work = await store.makeWorkFolder();
    path = work.path;
    await writeFile(join(path, 'out.bin'), 'content');
    ref = await store.putFile(join(path, 'out.bin'), 'application/octet-stream');
  }
  expect(await readFile(await store.pathOf(ref), 'utf8')).toBe('content');
  await expect(readdir(path)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('two openers of one folder share its id, and another folder has another', async () => {
  expect((await openArtifactStore({ folder })).id).toBe(store.id);
  const other = await openArtifactStore({ folder: join(folder, 'other') });
  expect(other.id).not.toBe(store.id);
});
