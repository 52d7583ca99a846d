import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * Networks that no page of the public internet lies in: https://www.iana.org/assignments/iana-ipv4-special-registry and
 * https://www.iana.org/assignments/iana-ipv6-special-registry, with multicast. Cloud metadata is in 169.254.0.0/16,
 * fd00::/8 and 100.64.0.0/10.
 */
const PRIVATE_NETWORKS: readonly (readonly [network: string, prefixBits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Of IPv6 only 2000::/3 is given to the public; these parts of it are not, or carry an IPv4 address inside. */
const PRIVATE_IPV6_NETWORKS: readonly (readonly [network: string, prefixBits: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

/** IPv4 inside of IPv6 counts as the IPv4 address: mapped (RFC 4291, 2.5.5.2) and translated (RFC 6052, 2.1). */
const EMBEDDING = /^(?:::ffff:|64:ff9b::)(?<ipv4>\d{1,3}(?:\.\d{1,3}){3})$/u;
const EMBEDDING_HEX = /^(?:::ffff:|64:ff9b::)(?<high>[\da-f]{1,4}):(?<low>[\da-f]{1,4})$/u;

const blocked = new BlockList();
for (const [network, prefixBits] of PRIVATE_NETWORKS) blocked.addSubnet(network, prefixBits, 'ipv4');
for (const [network, prefixBits] of PRIVATE_IPV6_NETWORKS) blocked.addSubnet(network, prefixBits, 'ipv6');
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');

function embeddedIpv4(address: string): string | null {
  const dotted = EMBEDDING.exec(address)?.groups?.ipv4;
  if (dotted !== undefined) return dotted;
  const words = EMBEDDING_HEX.exec(address)?.groups;
  if (words === undefined) return null;
  const bytes = [words.high, words.low].flatMap((word) => {
    const value = Number.parseInt(word ?? '0', 16);
    return [value >> 8, value & 0xff];
  });
  return bytes.join('.');
}

/** Returns an IPv6 address in its canonical form, which an address of any writing has in a URL. */
const canonical = (address: string): string => new URL(`http://[${address}]/`).hostname.slice(1, -1);

/** Whether an IP address, as text, is one of the public internet. False for everything that is no IP address. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/u, '');
  if (isIPv4(bare)) return !blocked.check(bare, 'ipv4');
  if (!isIPv6(bare)) return false;
  const ipv6 = canonical(bare);
  const ipv4 = embeddedIpv4(ipv6);
  if (ipv4 !== null) return isPublicAddress(ipv4);
  return given.check(ipv6, 'ipv6') && !blocked.check(ipv6, 'ipv6');
}
