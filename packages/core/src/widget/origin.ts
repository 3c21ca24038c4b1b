import { z } from "zod";

const WILDCARD = "*.";
const MAX_ORIGIN_CHARACTERS = 300;

/**
 * An origin exactly as browsers send it, `https://shop.example.com:8443`, or `https://*.example.com` for
 * any one label in that place.
 */
export const AllowedOrigin = z
  .string()
  .trim()
  .max(MAX_ORIGIN_CHARACTERS)
  .transform((text, { addIssue }) => {
    const origin = normalized(text);
    if (origin) return origin;
    addIssue("Name origins such as https://example.com or https://*.example.com, without a path.");
    return z.NEVER;
  });

function normalized(text: string): string | null {
  const [, scheme = "", host = ""] = /^(https?:\/\/)([^/?#@\s]+)\/?$/i.exec(text) ?? [];
  const isWild = host.startsWith(WILDCARD);
  const plain = isWild ? host.slice(WILDCARD.length) : host;
  if (!plain || plain.includes("*") || !URL.canParse(scheme + plain)) return null;
  const url = new URL(scheme + plain);
  if (!isWild) return url.origin;
  const isName = url.hostname.includes(".") && !/^[\d.]+$/.test(url.hostname);
  return isName ? `${url.protocol}//${WILDCARD}${url.host}` : null;
}

/** The entries of a list that would let this origin in. */
export function entriesFor(origin: string): string[] {
  const wild = /^(https?:\/\/)[^.:/]+\.(.+)$/.exec(origin);
  return wild ? [origin, `${wild[1]}${WILDCARD}${wild[2]}`] : [origin];
}

/** An empty list lets nobody in. */
export function isAllowedOrigin(origin: string, allowed: readonly string[]): boolean {
  return entriesFor(origin).some((entry) => allowed.includes(entry));
}
