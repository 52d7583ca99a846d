import type { Config } from '../config/config.ts';
import type { TemporalTarget } from '../temporal/temporal-target.ts';
import type { HostFile } from './host/host-file.ts';

/** A host that runs, as its clients see it. */
export interface HostInfo {
  readonly pid: number;
  /** Host and port of the Temporal service. */
  readonly address: string;
  readonly namespace: string;
  /** Temporal's Web UI; null for a service that the user gives. */
  readonly uiUrl: string | null;
  /** Queue that workflows run on, with the prefix of this installation. */
  readonly taskQueue: string;
  /** Where the host lays finished presentations; the client that started it chose it. */
  readonly outputDir: string;
  /** Code and settings that it runs with. */
  readonly version: string;
  /** ISO 8601. */
  readonly startedAt: string;
}

/** Keeps the host on until released. A process that ends without releasing stops counting as well. */
export interface HostLease extends HostInfo, AsyncDisposable {
  /** What to connect to. */
  readonly target: TemporalTarget;
  readonly release: () => Promise<void>;
}

/** Returns what clients are told of a host. */
export function toHostInfo(file: HostFile): HostInfo {
  const { pid, address, namespace, uiUrl, taskQueue, outputDir, version, startedAt } = file;
  return { pid, address, namespace, uiUrl, taskQueue, outputDir, version, startedAt };
}

/** Returns where the Temporal service of a host is. */
export function toTarget(file: HostFile, config: Config): TemporalTarget {
  const profileToml = config.temporal.kind === 'remote' ? config.temporal.profileToml : null;
  return { address: file.address, namespace: file.namespace, uiUrl: file.uiUrl, profileToml };
}
