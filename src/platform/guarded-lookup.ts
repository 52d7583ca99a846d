import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { InputError } from '../contract/errors.ts';
import { isPublicAddress } from './is-public-address.ts';

/** Finds all addresses of a host name: `lookup` of `node:dns/promises`. */
export type AddressFinder = (host: string, options: LookupOptions & { readonly all: true }) => Promise<LookupAddress[]>;

/** Returns the refusal of a host that is not of the public internet. */
export function forbiddenAddress(host: string, address: string): InputError {
  const where = host === address ? `"${host}" is` : `"${host}" leads to ${address},`;
  return new InputError(
    'ADDRESS_FORBIDDEN',
    `${where} a private address, which Lectra does not fetch from; save the page and give the file, or name the host in LECTRA_ALLOWED_HOSTS.`,
  );
}

/**
 * Returns the lookup of a socket that connects to public addresses alone: what is checked is what is connected to, so a name
 * cannot change its address in between. A name that leads to any private address fails with ADDRESS_FORBIDDEN.
 */
export function createGuardedLookup(
  findAddresses: AddressFinder,
  isAllowed: (host: string) => boolean,
): LookupFunction {
  return (host, options, callback) => {
    const { family, hints } = options;
    const wanted = {
      all: true,
      ...(family === undefined ? {} : { family }),
      ...(hints === undefined ? {} : { hints }),
    } as const;
    findAddresses(host, wanted).then(
      (found) => {
        const forbidden = isAllowed(host) ? undefined : found.find(({ address }) => !isPublicAddress(address));
        const first = found[0];
        if (forbidden !== undefined) callback(forbiddenAddress(host, forbidden.address), '');
        else if (first === undefined)
          callback(Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' }), '');
        else if (options.all === true) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ''),
    );
  };
}
