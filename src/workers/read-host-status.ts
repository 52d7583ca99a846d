import { askHost } from './host/control-client.ts';
import { findRunningHost } from './host/join-host.ts';
import { type HostInfo, toHostInfo } from './host-lease.ts';

/** A running host and what it counts. */
export interface RunningHost extends HostInfo {
  /** Connections that hold it now. */
  readonly clients: number;
  /** Null while the Temporal service does not answer. */
  readonly openRuns: number | null;
  /** True after `lectra up`. */
  readonly isKept: boolean;
}

/** Returns the running host of a data folder without starting or holding one; null when none answers. */
export async function readHostStatus(dataDir: string, signal: AbortSignal): Promise<RunningHost | null> {
  const file = await findRunningHost(dataDir);
  if (file === null) return null;
  const connection = await askHost(file, { kind: 'status' }, signal);
  connection?.close();
  if (connection?.answer.kind !== 'status') return null;
  const { clients, openRuns, isKept } = connection.answer;
  return { ...toHostInfo(file), clients, openRuns, isKept };
}

/** Keeps the running host on until it is drained. Returns false when none answers. */
export async function keepHost(dataDir: string, signal: AbortSignal): Promise<boolean> {
  const file = await findRunningHost(dataDir);
  if (file === null) return false;
  const connection = await askHost(file, { kind: 'keep' }, signal);
  connection?.close();
  return connection?.answer.kind === 'kept';
}
