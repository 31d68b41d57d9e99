import { BlockList, isIP } from "node:net";

/**
 * IPv4 that is not of the public net: IANA's special-purpose registry (RFC 6890 and later), multicast (RFC 5771)
 * and what is reserved (RFC 1112).
 */
const notPublic4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

/** IPv6 within 2000::/3 that is not of the public net, or that leads to an IPv4 address (Teredo, 6to4). */
const notPublic6: readonly (readonly [string, number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["2620:4f:8000::", 48],
  ["3fff::", 20],
];

// Two lists: BlockList holds IPv4-mapped addresses to the IPv4 rules, which would let mapped public ones through.
const refused4 = new BlockList();
for (const [net, bits] of notPublic4) refused4.addSubnet(net, bits, "ipv4");
const refused6 = new BlockList();
for (const [net, bits] of notPublic6) refused6.addSubnet(net, bits, "ipv6");
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");

/**
 * Whether an address belongs to the public net: no private, loopback, link-local, shared (CGNAT), multicast,
 * documentation or reserved one. Of IPv6 only global unicast (2000::/3) passes, so no IPv4-mapped, NAT64,
 * unique-local or site-local address does.
 */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[(.*)\]$/u, "$1");
  switch (isIP(plain)) {
    case 4:
      return !refused4.check(plain, "ipv4");
    case 6:
      return !plain.includes("%") && global6.check(plain, "ipv6") && !refused6.check(plain, "ipv6");
    default:
      return false;
  }
}
