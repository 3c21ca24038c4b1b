import { isIP } from "node:net";
import { type Exceptions, exceptionOf, portOf } from "./exceptions.ts";
import { isPublicAddress } from "./is-public-address.ts";
import { blockedAddress, blockedPort, blockedScheme, invalidUrl } from "./refusals.ts";

export interface UrlPolicy {
  exceptions: Exceptions;
  ports: readonly number[];
}

const MAX_URL_CHARACTERS = 2_048;

/**
 * All that can be judged of an address without asking a name server. The URL given back is the one
 * that is connected to: whatever notation an IPv4 address came in, the WHATWG parser has made it plain.
 */
export function judgeUrl(text: string, policy: UrlPolicy): URL {
  if (text.length > MAX_URL_CHARACTERS || !URL.canParse(text)) throw invalidUrl();
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw blockedScheme();
  if (url.username || url.password || !url.hostname) throw invalidUrl();
  url.hostname = url.hostname.replace(/\.$/, "");
  url.hash = "";
  if (policy.exceptions.has(exceptionOf(url))) return url;
  const host = hostOf(url);
  if (isIP(host) ? !isPublicAddress(host) : isLocalName(host)) throw blockedAddress();
  if (!policy.ports.includes(portOf(url))) throw blockedPort();
  return url;
}

/** Without the brackets of an IPv6 address. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/** Names that mean this machine whatever a name server says (RFC 6761). */
function isLocalName(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost");
}
