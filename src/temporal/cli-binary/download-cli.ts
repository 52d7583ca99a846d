import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { PINNED_CLI_VERSION } from './pinned-version.ts';
import { readTarEntry } from './read-tar-entry.ts';

/** Where Temporal publishes its CLI: https://docs.temporal.io/cli#install */
export const OFFICIAL_DOWNLOAD_URL = 'https://temporal.download/cli/archive';

/** Until the first answer. A network that drops packets silently must not hold the first run up. */
const CONNECT_TIMEOUT_MS = 10_000;
/** Without a single byte. */
const STALL_TIMEOUT_MS = 30_000;
const MEBIBYTE = 1_048_576;

export interface DownloadInput {
  readonly fetch: typeof globalThis.fetch;
  /** Default place: OFFICIAL_DOWNLOAD_URL. */
  readonly baseUrl: string;
  readonly platform: NodeJS.Platform;
  readonly arch: NodeJS.Architecture;
  /** Where the program is written, mode 0700. A file that is there is replaced. */
  readonly targetPath: string;
  readonly onProgress: (message: string) => void;
}

/**
 * Downloads the pinned CLI for this machine and unpacks it. Throws a plain Error that says why when the address does
 * not answer, refuses, breaks off or sends something else. The caller checks the version and removes leftovers.
 */
export async function downloadCli(input: DownloadInput, signal: AbortSignal): Promise<void> {
  const url = archiveUrl(input);
  const connectLimit = new AbortController();
  const connectTimer = setTimeout(() => {
    connectLimit.abort(new Error(`${new URL(url).host} did not answer within ${CONNECT_TIMEOUT_MS / 1000} s.`));
  }, CONNECT_TIMEOUT_MS);
  const response = await input
    .fetch(url, { signal: AbortSignal.any([signal, connectLimit.signal]) })
    .finally(() => clearTimeout(connectTimer));
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new Error(`${url} answered ${response.status}.`);
  }
  const totalBytes = Number(response.headers.get('content-length') ?? 0);
  const stall = createStallWatch();
  try {
    let shown = '';
    const counted = countBytes(Readable.fromWeb(response.body), (receivedBytes) => {
      stall.restart();
      const message = progressMessage(receivedBytes, totalBytes);
      if (message !== shown) input.onProgress(message);
      shown = message;
    });
    const entryName = input.platform === 'win32' ? 'temporal.exe' : 'temporal';
    await pipeline(
      counted,
      createGunzip(),
      (archive: AsyncIterable<Uint8Array>) => readTarEntry(archive, entryName),
      createWriteStream(input.targetPath, { mode: 0o700 }),
      { signal: AbortSignal.any([signal, stall.signal]) },
    );
  } catch (error) {
    // A pipeline wraps the reason in an AbortError of its own.
    signal.throwIfAborted();
    stall.signal.throwIfAborted();
    throw error;
  } finally {
    stall.stop();
  }
}

function archiveUrl({ baseUrl, platform, arch }: DownloadInput): string {
  const name = platform === 'win32' ? 'windows' : platform;
  return `${baseUrl}/v${PINNED_CLI_VERSION}?platform=${name}&arch=${arch === 'x64' ? 'amd64' : arch}`;
}

function progressMessage(receivedBytes: number, totalBytes: number): string {
  const received = (receivedBytes / MEBIBYTE).toFixed(0);
  const share = totalBytes > 0 ? ` of ${(totalBytes / MEBIBYTE).toFixed(0)}` : '';
  return `Downloading the Temporal CLI ${PINNED_CLI_VERSION}: ${received}${share} MiB`;
}

async function* countBytes(
  source: AsyncIterable<Uint8Array>,
  onBytes: (receivedBytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let receivedBytes = 0;
  for await (const piece of source) {
    receivedBytes += piece.length;
    onBytes(receivedBytes);
    yield piece;
  }
}

function createStallWatch() {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new Error(`The download stood still for ${STALL_TIMEOUT_MS / 1000} s.`));
  }, STALL_TIMEOUT_MS);
  return { signal: controller.signal, restart: () => void timer.refresh(), stop: () => clearTimeout(timer) };
}
