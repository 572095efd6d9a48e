import { BlockList, isIP } from 'node:net';

/** What is no place on the internet: the machine itself, the office's own network, clouds' own services, reserved blocks. */
const INNER_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;
/** Addresses that carry an IPv4 one within are refused as a whole. */
const INNER_V6 = [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const;

// Apart from each other: in one list a block that carries IPv4 addresses would match every IPv4 one.
const innerV4 = new BlockList();
for (const [network, prefix] of INNER_V4) innerV4.addSubnet(network, prefix, 'ipv4');
const innerV6 = new BlockList();
for (const [network, prefix] of INNER_V6) innerV6.addSubnet(network, prefix, 'ipv6');

/** Whether an address lies on the open internet; what is no address does not. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !innerV4.check(address, 'ipv4');
  return version === 6 && !innerV6.check(address, 'ipv6');
}
