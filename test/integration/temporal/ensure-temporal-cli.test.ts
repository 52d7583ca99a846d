import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findProgram } from '../../../src/platform/find-program.ts';
import { tryProcessLock } from '../../../src/platform/process-lock.ts';
import { type EnsureCliInput, ensureTemporalCli } from '../../../src/temporal/ensure-temporal-cli.ts';
import { cachedCliPath } from '../../../src/temporal/find-temporal-cli.ts';

const PINNED_LINE = 'temporal version 1.8.2 (Server 1.31.2, UI 2.50.1)';
const goPath = await findProgram('go', process.env.PATH ?? '');
const { signal } = new AbortController();

let root: string;
let server: Server | undefined;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectra-cli-'));
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  rmSync(root, { recursive: true, force: true });
});

function writeProgram(path: string, line: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho '${line}'\n`);
  chmodSync(path, 0o755);
  return path;
}

function makeArchive(fileName: string, line: string): Buffer {
  const folder = mkdtempSync(join(root, 'archive-'));
  writeFileSync(join(folder, 'LICENSE'), 'x'.repeat(700));
  writeProgram(join(folder, fileName), line);
  const made = spawnSync('tar', ['-czf', '-', '-C', folder, 'LICENSE', fileName]);
  expect(made.status).toBe(0);
  return made.stdout;
}

async function serve(answer: (response: ServerResponse, url: string) => void): Promise<string> {
  const listening = createServer((request, response) => answer(response, request.url ?? ''));
  server = listening;
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/cli/archive`;
}

const inputFor = (change: Partial<EnsureCliInput>): EnsureCliInput => ({
  configuredPath: null,
  searchPath: '',
  dataDir: join(root, 'data'),
  fetch: globalThis.fetch,
  onProgress: () => undefined,
  downloadUrl: 'http://127.0.0.1:9/',
  moduleDir: root,
  ...change,
});

const leftovers = () => readdirSync(join(root, 'data', 'bin')).filter((name) => name !== 'temporal.lock');

describe('a Temporal CLI that is there', () => {
  it('is the configured one before the one on PATH', async () => {
    const configuredPath = writeProgram(join(root, 'own', 'temporal'), PINNED_LINE);
    writeProgram(join(root, 'path', 'temporal'), PINNED_LINE);
    const cli = await ensureTemporalCli(inputFor({ configuredPath, searchPath: join(root, 'path') }), signal);
    expect(cli).toEqual({ path: configuredPath, version: '1.8.2', serverVersion: '1.31.2', origin: 'configured' });
  });

  it('on PATH with another minor is passed over, since its database would not fit', async () => {
    writeProgram(join(root, 'path', 'temporal'), 'temporal version 1.9.0 (Server 1.32.0, UI 2.51.0)');
    const cached = writeProgram(cachedCliPath(join(root, 'data')), PINNED_LINE);
    const cli = await ensureTemporalCli(inputFor({ searchPath: join(root, 'path') }), signal);
    expect(cli).toMatchObject({ path: cached, origin: 'cache' });
  });

  it('is an error when the configured one cannot be used, not silently another', async () => {
    writeProgram(join(root, 'path', 'temporal'), PINNED_LINE);
    const input = inputFor({ configuredPath: join(root, 'gone'), searchPath: join(root, 'path') });
    await expect(ensureTemporalCli(input, signal)).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });
});

describe('the download', () => {
  it('gets the pinned version for this machine once, with progress, and keeps it', async () => {
    const archive = makeArchive('temporal', PINNED_LINE);
    const urls: string[] = [];
    const downloadUrl = await serve((response, url) => {
      urls.push(url);
      response.setHeader('content-length', archive.length).end(archive);
    });
    const messages: string[] = [];
    const input = inputFor({ downloadUrl, onProgress: (message) => messages.push(message) });
    const cli = await ensureTemporalCli(input, signal);
    await ensureTemporalCli(input, signal);
    expect(cli.path).toBe(cachedCliPath(input.dataDir));
    expect(urls).toHaveLength(1);
    expect(urls[0]).toMatch(/^\/cli\/archive\/v1\.8\.2\?platform=\w+&arch=(amd64|arm64)$/);
    expect(messages.at(-1)).toContain('MiB');
    expect(leftovers()).toEqual(['temporal-1.8.2']);
  });

  it.each([
    ['404', (response: ServerResponse) => response.writeHead(404).end('nothing here'), 'answered 404'],
    ['no archive', (response: ServerResponse) => response.end('<html>'), 'incorrect header check'],
    [
      'a stream cut in the middle',
      (response: ServerResponse) => {
        const archive = makeArchive('temporal', PINNED_LINE);
        response.setHeader('content-length', archive.length).write(archive.subarray(0, archive.length - 40), () => {
          response.destroy();
        });
      },
      'download: ',
    ],
    [
      'an archive without the program',
      (response: ServerResponse) => response.end(makeArchive('tctl', PINNED_LINE)),
      'holds no file named "temporal"',
    ],
    [
      'another version',
      (response: ServerResponse) =>
        response.end(makeArchive('temporal', 'temporal version 1.7.0 (Server 1.30.0, UI 2.49.0)')),
      'version 1.7.0',
    ],
    [
      'a program for another machine',
      (response: ServerResponse) => response.end(makeArchive('temporal', 'hello')),
      'does not run on this machine',
    ],
  ])('of %s is refused with its reason and leaves nothing behind', async (_name, answer, reason) => {
    const downloadUrl = await serve(answer);
    const failure = await ensureTemporalCli(inputFor({ downloadUrl }), signal).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'ENGINE_MISSING' });
    expect(String(failure)).toContain(reason);
    expect(String(failure)).toMatch(/LECTRA_TEMPORAL_CLI.*Go 1\.26.*--address/);
    expect(leftovers()).toEqual([]);
  });

  it('that is aborted ends with the reason itself and leaves nothing behind', async () => {
    const controller = new AbortController();
    const reason = new Error('Ctrl-C');
    const archive = makeArchive('temporal', PINNED_LINE);
    const downloadUrl = await serve((response) => {
      response.write(archive.subarray(0, 20), () => controller.abort(reason));
    });
    await expect(ensureTemporalCli(inputFor({ downloadUrl }), controller.signal)).rejects.toBe(reason);
    expect(leftovers()).toEqual([]);
  });

  it('is made by one command only: the second waits, says so, and takes the result', async () => {
    const archive = makeArchive('temporal', PINNED_LINE);
    let requests = 0;
    const downloadUrl = await serve((response) => {
      requests += 1;
      response.end(archive);
    });
    const input = inputFor({ downloadUrl });
    mkdirSync(join(input.dataDir, 'bin'), { recursive: true });
    const lock = tryProcessLock(join(input.dataDir, 'bin', 'temporal.lock'));
    const heard = Promise.withResolvers<string>();
    const results = [
      ensureTemporalCli({ ...input, onProgress: heard.resolve }, signal),
      ensureTemporalCli(input, signal),
    ];
    expect(await heard.promise).toContain('Waiting for another command');
    lock?.[Symbol.dispose]();
    const [first, second] = await Promise.all(results);
    expect(first).toEqual(second);
    expect(requests).toBe(1);
  });
});

describe.skipIf(goPath === null)(`the build${goPath === null ? ' (not run: needs Go)' : ''}`, () => {
  // A module of the same shape as Temporal's CLI, so that Go does in a second what takes minutes with the real one.
  const writeModule = (main: string) => {
    const folder = join(root, 'module');
    mkdirSync(join(folder, 'cmd', 'temporal'), { recursive: true });
    mkdirSync(join(folder, 'internal', 'temporalcli'), { recursive: true });
    writeFileSync(join(folder, 'go.mod'), 'module github.com/temporalio/cli\n\ngo 1.21\n');
    writeFileSync(
      join(folder, 'internal', 'temporalcli', 'version.go'),
      'package temporalcli\n\nvar Version = "0.0.0-DEV"\n',
    );
    writeFileSync(join(folder, 'cmd', 'temporal', 'main.go'), main);
    return folder;
  };
  const MAIN = `package main

import "os"
import "github.com/temporalio/cli/internal/temporalcli"

func main() {
	os.Stdout.WriteString("temporal version " + temporalcli.Version + " (Server 1.31.2, UI 2.50.1)\\n")
}
`;
  /** A PATH with Go alone, since the real Temporal CLI may lie beside Go. */
  const pathWithGoAlone = () => {
    const bin = join(root, 'go-alone');
    mkdirSync(bin);
    writeFileSync(join(bin, 'go'), `#!/bin/sh\nexec '${goPath}' "$@"\n`);
    chmodSync(join(bin, 'go'), 0o755);
    return bin;
  };

  it('follows a failed download, stamps the pinned version and shows a share of packages', async () => {
    const messages: string[] = [];
    const input = inputFor({
      moduleDir: writeModule(MAIN),
      searchPath: pathWithGoAlone(),
      onProgress: (message) => messages.push(message),
    });
    const cli = await ensureTemporalCli(input, signal);
    expect(cli).toMatchObject({ version: '1.8.2', origin: 'cache' });
    expect(messages.some((message) => /\d+ of \d+ packages/.test(message))).toBe(true);
    expect(leftovers()).toEqual(['temporal-1.8.2']);
  });

  it('that fails names what Go said and leaves nothing behind', async () => {
    const moduleDir = writeModule('package main\n\nfunc main() { nothing() }\n');
    const input = inputFor({ moduleDir, searchPath: pathWithGoAlone() });
    await expect(ensureTemporalCli(input, signal)).rejects.toThrow(/undefined: nothing/);
    expect(leftovers()).toEqual([]);
  });
});

it('pins the same version in go.mod as in the code', () => {
  const goMod = readFileSync(new URL('../../../temporal/go.mod', import.meta.url), 'utf8');
  expect(goMod).toContain('github.com/temporalio/cli v1.8.2 ');
});
