import { isProcessRunning } from '../../platform/process-identity.ts';
import { askHost, type ControlConnection } from './control-client.ts';
import { type HostFile, readHostFile } from './host-file.ts';

/** A host that was joined, and the connection that holds it. */
export interface JoinedHost {
  readonly file: HostFile;
  readonly connection: ControlConnection;
}

/** Returns the host file of a process that runs, or null: a file may outlive a host that was killed. */
export async function findRunningHost(dataDir: string): Promise<HostFile | null> {
  const file = await readHostFile(dataDir);
  if (file === null) return null;
  return (await isProcessRunning({ pid: file.pid, start: file.processStart })) ? file : null;
}

/** Holds the running host. Returns null when there is none, when it ends, or when it has another version. */
export async function joinHost(
  dataDir: string,
  version: string | null,
  signal: AbortSignal,
): Promise<JoinedHost | null> {
  const file = await findRunningHost(dataDir);
  if (file === null || (version !== null && file.version !== version)) return null;
  const connection = await askHost(file, { kind: 'hold' }, signal);
  if (connection?.answer.kind === 'held') return { file, connection };
  connection?.close();
  return null;
}
