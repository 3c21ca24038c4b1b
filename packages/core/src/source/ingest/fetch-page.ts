import { isUtf8 } from "node:buffer";
import type { SourceVersionRow } from "@understudy/db/queries/source-versions";
import type { Fetched } from "../../egress/open-egress.ts";
import type { JobContext } from "../../kernel/job.ts";
import { fetchPatiently } from "../fetch-patiently.ts";
import type { Found } from "./fetch-version.ts";
import { nameOfUrl } from "./name-of-url.ts";

/** Null when the server says that what is live is still what it has. */
export async function fetchPage(
  ctx: JobContext,
  { url, live }: { url: string; live: SourceVersionRow | undefined },
): Promise<Found | null> {
  const fetched = await fetchPatiently(ctx, url, { headers: conditionalHeaders(live) });
  return readFetched(fetched);
}

/** So that a server which still has the same need not send it. */
export function conditionalHeaders(known: SourceVersionRow | undefined): Record<string, string> {
  return {
    ...(known?.etag && { "if-none-match": known.etag }),
    ...(known?.lastModified && { "if-modified-since": known.lastModified }),
  };
}

/** What is kept of a reply; null for one without bytes. */
export function readFetched(fetched: Fetched): Found | null {
  if (!fetched.bytes) return null;
  const { essence, charset } = fetched.mediaType;
  return {
    url: fetched.url,
    etag: fetched.etag,
    lastModified: fetched.lastModified,
    mediaType: essence,
    fileName: nameOfUrl(fetched.url, essence),
    bytes: essence.startsWith("text/") ? asUnicode(fetched.bytes, charset) : fetched.bytes,
  };
}

/** What the reply alone knows of an old encoding would be lost with it. */
function asUnicode(bytes: Uint8Array, charset: string | undefined): Uint8Array {
  if (!charset || isUtf8(bytes)) return bytes;
  try {
    return new TextEncoder().encode(new TextDecoder(charset).decode(bytes));
  } catch (error) {
    if (error instanceof RangeError) return bytes;
    throw error;
  }
}
