import { BlockList, isIP } from "node:net";

const MAX_FORWARDED_HOPS = 20;

/** Addresses and CIDR ranges whose `X-Forwarded-For` is believed; every other sender speaks for itself. */
export function createProxyList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (prefix) list.addSubnet(address, Number(prefix), family);
    else list.addAddress(address, family);
  }
  return list;
}

/** The nearest address that is not one of our proxies, read from the socket outwards. */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | undefined,
  proxies: BlockList,
): string {
  let nearest = plain(socketAddress);
  const hops = (forwardedFor ?? "")
    .split(",")
    .slice(-MAX_FORWARDED_HOPS)
    .map((hop) => hop.trim());
  while (isListed(proxies, nearest)) {
    const next = plain(hops.pop() ?? "");
    if (!isIP(next)) break;
    nearest = next;
  }
  return nearest;
}

function isListed(proxies: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && proxies.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** `::ffff:10.0.0.1` is how a dual-stack socket shows 10.0.0.1. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
