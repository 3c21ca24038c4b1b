import type { Sitemap } from "@understudy/rag/parse/sitemap/read-sitemap";
import { SourceRejected } from "@understudy/rag/parse/source-rejected";
import type { Context } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/domain-error.ts";
import { normalizeAddress } from "./normalize-address.ts";

export interface ListedPages {
  /** Whole addresses, each once. */
  addresses: string[];
  /** There are more, or a part could not be read: what is missing here may be there all the same. */
  isPartial: boolean;
}

export interface SitemapBounds {
  maxAddresses: number;
  /** An index has its parts in further files. */
  maxFiles: number;
}

/** The pages that a sitemap gives, its parts read one after another; refuses where the first file is none. */
export async function listSitemap(
  ctx: Context,
  url: string,
  { maxAddresses, maxFiles }: SitemapBounds,
): Promise<ListedPages> {
  const files = [url];
  const addresses = new Set<string>();
  let isPartial = false;
  for (let at = 0; at < files.length && at < maxFiles && addresses.size < maxAddresses; at += 1) {
    const file = files[at]!;
    const sitemap = await readFile(ctx, file, at === 0);
    isPartial ||= !sitemap || sitemap.isCut;
    for (const address of sitemap?.addresses ?? []) {
      const whole = normalizeAddress(address, file);
      if (!whole) continue;
      if (sitemap?.kind === "pages") addresses.add(whole);
      else if (!files.includes(whole) && files.length <= maxFiles) files.push(whole);
    }
  }
  isPartial ||= files.length > maxFiles || addresses.size >= maxAddresses;
  return { addresses: [...addresses].slice(0, maxAddresses), isPartial };
}

async function readFile(ctx: Context, url: string, isFirst: boolean): Promise<Sitemap | undefined> {
  const { signal, ports } = ctx;
  try {
    const options = { signal, accepts: "anything", pace: { delayMs: 0 } } as const;
    const { bytes } = await ports.egress.fetchUrl(url, options);
    return await ports.readSitemap({ bytes: bytes ?? new Uint8Array(), fileName: "" }, signal);
  } catch (error) {
    signal.throwIfAborted();
    const refusal =
      error instanceof SourceRejected
        ? new DomainError("invalid", error.reason, error.message)
        : error;
    if (isFirst || !(refusal instanceof DomainError)) throw refusal;
    return undefined;
  }
}
