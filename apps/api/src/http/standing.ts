import type { Standing } from "@understudy/core/kernel/door";

/** Where a request's page stands; a browser that only reads from its own origin may say no more than that. */
export function standingOf(headers: Headers, ownOrigins: readonly string[]): Standing {
  const origin = headers.get("origin");
  if (origin === null) return { origin, isOurs: headers.get("sec-fetch-site") === "same-origin" };
  return { origin, isOurs: isOurOrigin(headers, origin, ownOrigins) };
}

export function isOurOrigin(
  headers: Headers,
  origin: string,
  ownOrigins: readonly string[],
): boolean {
  if (ownOrigins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.get("host");
}
