import { clientConfigToToml, loadClientConfigProfile } from '@temporalio/envconfig';
import { ConfigError } from '../contract/errors.ts';
import type { Config } from './config.ts';

/** What the user said about Temporal on the command line. */
export interface TemporalFlags {
  readonly address?: string | undefined;
  readonly namespace?: string | undefined;
  readonly profile?: string | undefined;
}

/**
 * Returns the Temporal service that the user gives: a flag, TEMPORAL_ADDRESS or a profile of temporal.toml; else the
 * embedded one. Throws CONFIG_INVALID for a profile that cannot be read or does not exist.
 */
export function resolveTemporalTarget(
  env: Readonly<Record<string, string>>,
  homeDir: string,
  flags: TemporalFlags,
): Config['temporal'] {
  try {
    const profile = loadClientConfigProfile({
      overrideEnvVars: { HOME: homeDir, ...env },
      ...(flags.profile === undefined ? {} : { profile: flags.profile }),
    });
    const address = flags.address ?? profile.address;
    if (address === undefined || address === '') return { kind: 'embedded' };
    const namespace = flags.namespace ?? profile.namespace ?? 'default';
    const toml = clientConfigToToml({ profiles: { default: { ...profile, address, namespace } } });
    return { kind: 'remote', address, namespace, profileToml: new TextDecoder().decode(toml) };
  } catch (error) {
    const source = flags.profile ?? env.TEMPORAL_PROFILE ?? env.TEMPORAL_CONFIG_FILE ?? 'temporal.toml';
    throw new ConfigError(
      'CONFIG_INVALID',
      `The Temporal connection settings (${source}) cannot be used: ${error instanceof Error ? error.message : String(error)}. Correct them, or give --address.`,
      { cause: error },
    );
  }
}
