import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import { endProcess } from '../../platform/end-process.ts';
import { identifyProcess, type ProcessIdentity } from '../../platform/process-identity.ts';

const STOP_GRACE_MS = 5_000;

export interface ServerInput {
  readonly cliPath: string;
  readonly databasePath: string;
  readonly port: number;
  readonly uiPort: number;
  readonly log: FileHandle;
}

/** A running development server. */
export interface ServerProcess {
  readonly identity: ProcessIdentity;
  /** Settles when the process is gone; never rejects. */
  readonly ended: Promise<void>;
  readonly hasEnded: () => boolean;
  /** SIGTERM, then SIGKILL after 5 s. */
  readonly stop: () => Promise<void>;
}

/** Starts the development server on 127.0.0.1. It is not ready yet. Throws the system error when it cannot be run. */
export async function spawnServer(input: ServerInput): Promise<ServerProcess> {
  const child = spawn(input.cliPath, serverArguments(input), {
    stdio: ['ignore', input.log.fd, input.log.fd],
    windowsHide: true,
  });
  await once(child, 'spawn');
  const ended = endOf(child);
  let hasEnded = false;
  // When this process crashes, its service goes with it.
  const endWithUs = () => void child.kill('SIGTERM');
  process.once('exit', endWithUs);
  void ended.then(() => {
    hasEnded = true;
    process.off('exit', endWithUs);
  });
  const pid = child.pid ?? 0;
  const identity = (await identifyProcess(pid)) ?? { pid, start: '' };
  const stop = async () => {
    if (!hasEnded) await endProcess(identity, STOP_GRACE_MS, new AbortController().signal);
    await ended;
  };
  return { identity, ended, hasEnded: () => hasEnded, stop };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
  });
}

function serverArguments({ databasePath, port, uiPort }: ServerInput): readonly string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(uiPort)],
    ...['--db-filename', databasePath, '--log-format', 'json', '--log-level', 'warn'],
    // A profile of the user is for the user's services, not for this one.
    ...['--disable-config-file', '--disable-config-env'],
    // Neither the server nor its page calls anybody: everything stays on this machine.
    ...['--dynamic-config-value', 'frontend.enableServerVersionCheck=false', '--ui-disable-news-fetch'],
    // Priority holds within a partition only, so each queue has one: waiting steps then go in the order that we give them.
    ...['--dynamic-config-value', 'matching.numTaskqueueReadPartitions=1'],
    ...['--dynamic-config-value', 'matching.numTaskqueueWritePartitions=1'],
  ];
}
