import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LectraError, ProviderError } from '../../contract/errors.ts';
import { openLogFile } from '../../platform/open-log-file.ts';
import { type HostNews, type HostStart, hostNewsSchema } from './host-messages.ts';

const HOST_MAIN = fileURLToPath(new URL(`../host-main${extname(import.meta.url)}`, import.meta.url));
const SHOWN_LOG_LINES = 5;

/** An error that the host reported, with the code that it had there. */
class HostStartError extends LectraError {}

/** A host that somebody killed before it was ready; another one may well come up. */
export class HostKilledError extends ProviderError {}

/**
 * Starts the host as a process of its own session and returns once it is ready. Its output goes to `host.log`.
 * Throws what the host reported, or HostKilledError. An abort ends a host that is not ready yet.
 */
export async function spawnHost(
  start: HostStart,
  onProgress: (message: string) => void,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const { dataDir } = start.config;
  await using log = await openLogFile(join(dataDir, 'host.log'));
  const child = spawn(process.execPath, [HOST_MAIN], {
    detached: true,
    // Not the folder of the client, which could then not be removed or unmounted.
    cwd: dataDir,
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
    windowsHide: true,
  });
  const end = () => void child.kill('SIGTERM');
  signal.addEventListener('abort', end, { once: true });
  try {
    await once(child, 'spawn');
    await untilReady(child, start, onProgress);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
    if (child.connected) child.disconnect();
    child.unref();
  }
}

function untilReady(child: ChildProcess, start: HostStart, onProgress: (message: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      const news: HostNews = hostNewsSchema.parse(message);
      if (news.kind === 'listening') child.send(start);
      else if (news.kind === 'progress') onProgress(news.message);
      else if (news.kind === 'ready') resolve();
      else reject(new HostStartError(news.code, news.message));
    });
    child.once('error', reject);
    child.once('exit', (code, signalName) => {
      const end = signalName ?? `exit code ${code}`;
      describeLogEnd(start.config.dataDir).then((logEnd) => {
        const message = `The Lectra host ended while starting (${end}). ${logEnd}`;
        const Failure = signalName === null ? ProviderError : HostKilledError;
        reject(new Failure('SERVICE_UNAVAILABLE', message, { provider: 'temporal' }));
      }, reject);
    });
  });
}

async function describeLogEnd(dataDir: string): Promise<string> {
  const path = join(dataDir, 'host.log');
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n').slice(-SHOWN_LOG_LINES);
  return `The end of ${path}:\n${lines.join('\n')}`;
}
