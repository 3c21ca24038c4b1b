/** What says where a reader came from, or who they are, and never what they see. */
const NOISE =
  /^(?:utm_\w+|gclid|dclid|gbraid|wbraid|fbclid|msclkid|yclid|twclid|ttclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|_ga|_gl|phpsessid|jsessionid|aspsessionid\w*|sessionid|session_id|sid|cfid|cftoken)$/i;
const SESSION_IN_PATH = /;(?:jsessionid|phpsessid|sid)=[^/;?]*/gi;

/**
 * One page's many addresses as one: without fragment, default port, session and tracking parameters
 * (RFC 3986, 6.2, and what people add). Undefined for what is no http address.
 */
export function normalizeAddress(address: string, base?: string): string | undefined {
  const url = URL.parse(address.trim(), base);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return undefined;
  if (url.username || url.password || !url.hostname) return undefined;
  url.hash = "";
  url.hostname = url.hostname.replace(/\.$/, "");
  url.pathname = url.pathname.replace(SESSION_IN_PATH, "");
  url.search = withoutNoise(url.search);
  return url.href;
}

/** Cut out as they stand, so that what remains is sent byte for byte. */
function withoutNoise(search: string): string {
  const kept = search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !NOISE.test(pair.split("=", 1)[0] ?? ""));
  return kept.length > 0 ? `?${kept.join("&")}` : "";
}
