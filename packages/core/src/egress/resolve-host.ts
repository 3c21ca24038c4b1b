import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { isPublicAddress } from "./is-public-address.ts";
import { hostOf } from "./judge-url.ts";
import { blockedAddress, unreachable } from "./refusals.ts";

export interface Address {
  address: string;
  family: number;
}

export type Resolve = (hostname: string) => Promise<readonly Address[]>;

/** What the machine itself would connect to. */
export const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true });

/** The addresses of a URL's host, asked for once; one that is not public spoils them all. */
export async function resolveHost(
  url: URL,
  { resolve, isException }: { resolve: Resolve; isException: boolean },
): Promise<readonly Address[]> {
  const host = hostOf(url);
  const family = isIP(host);
  const addresses = family ? [{ address: host, family }] : await ask(host, resolve);
  if (!isException && !addresses.every(({ address }) => isPublicAddress(address))) {
    throw blockedAddress();
  }
  return addresses;
}

async function ask(host: string, resolve: Resolve): Promise<readonly Address[]> {
  const addresses = await resolve(host).catch(() => []);
  if (addresses.length === 0) throw unreachable("No server has this name. Look at it again.");
  return addresses;
}
