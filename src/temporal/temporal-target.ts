import { loadClientConnectConfig } from '@temporalio/envconfig';

/** A Temporal service that can be connected to. */
export interface TemporalTarget {
  /** Host and port of the gRPC frontend. */
  readonly address: string;
  readonly namespace: string;
  /** Web UI, or null when none is known. */
  readonly uiUrl: string | null;
  /** TLS, key and headers as a `temporal.toml` with the profile "default"; null for a plain connection. Never print it. */
  readonly profileToml: string | null;
}

/** Returns what both kinds of connection need beside the address: TLS, key and headers. */
export function connectionOptionsOf(target: TemporalTarget) {
  if (target.profileToml === null) return { address: target.address };
  const { connectionOptions } = loadClientConnectConfig({
    configSource: { data: target.profileToml },
    disableEnv: true,
  });
  return { ...connectionOptions, address: target.address };
}

/** True for a service on this machine, where a heartbeat each second costs nothing. */
export function isLocalTarget(target: TemporalTarget): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(target.address);
}
