/** Exact `host:port` pairs that the operator, and nobody else, opened although they are not public. */
export type Exceptions = ReadonlySet<string>;

/** As `exceptionOf` names a URL; throws on what is neither `host:port` nor an origin. */
export function parseException(entry: string): string {
  const isOrigin = /^https?:\/\//i.test(entry);
  const text = isOrigin ? entry : `http://${entry}`;
  if (!URL.canParse(text)) throw new TypeError("not an address");
  const url = new URL(text);
  const isExact =
    url.href === `${url.origin}/` && !entry.includes("*") && (isOrigin || /:\d+$/.test(entry));
  if (!isExact) throw new TypeError("not an exact host and port");
  return exceptionOf(url);
}

export function exceptionOf(url: URL): string {
  return `${url.hostname.replace(/\.$/, "")}:${portOf(url)}`;
}

export function portOf({ port, protocol }: URL): number {
  return port ? Number(port) : protocol === "https:" ? 443 : 80;
}
