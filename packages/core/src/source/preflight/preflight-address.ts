import { findSiteId } from "@understudy/db/queries/collections";
import { findSourceByUrl } from "@understudy/db/queries/same-source";
import { SourceRejected } from "@understudy/rag/parse/source-rejected";
import { timedOut } from "../../egress/refusals.ts";
import type { Context } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/domain-error.ts";
import { titleOfUrl } from "../title-of-url.ts";
import { wholeUrl } from "../whole-url.ts";
import { preflightYoutube } from "../youtube/preflight-youtube.ts";
import { readVideoAddress } from "../youtube/video-address.ts";
import { type PreflightItem, UNKNOWN } from "./contract.ts";
import { lookAtPage } from "./look-at-page.ts";
import { lookAtSite } from "./look-at-site.ts";
import { lookAtSitemap } from "./look-at-sitemap.ts";

const LONGEST_MS = 25_000;

type Way = "page" | "sitemap" | "site" | "youtube";
type Seen = Partial<PreflightItem> & { url: string };

const LOOKS: Record<Way, (ctx: Context, url: string) => Promise<Seen>> = {
  page: lookAtPage,
  sitemap: lookAtSitemap,
  site: lookAtSite,
  youtube: async (ctx, url) => ({ ...(await preflightYoutube(ctx, url)), estimatedSeconds: 5 }),
};
const KINDS = { page: "url", sitemap: "sitemap", site: "sitemap", youtube: "youtube" } as const;

/** Fetches what has to be seen for an answer, through the same guard as adding it would. */
export async function preflightAddress(
  ctx: Context,
  { twinId, url: typed, as }: { twinId: string; url: string; as: Way | undefined },
): Promise<PreflightItem> {
  const way = as ?? (readVideoAddress(wholeUrl(typed)) ? "youtube" : "page");
  const item = { ...UNKNOWN, kind: KINDS[way] };
  const late = AbortSignal.timeout(LONGEST_MS);
  const bounded = { ...ctx, signal: AbortSignal.any([ctx.signal, late]) };
  try {
    const url = ctx.ports.egress.judge(wholeUrl(typed));
    const known = { ...item, url, title: titleOfUrl(url) };
    try {
      const seen = await LOOKS[way](bounded, url);
      const found = { ...known, ...seen, title: seen.title ?? known.title };
      return { ...found, duplicateOf: await findSame(ctx, { twinId, url, way, landed: seen.url }) };
    } catch (error) {
      return { ...known, problem: problemOf(error, ctx, late) };
    }
  } catch (error) {
    return { ...item, url: typed, problem: problemOf(error, ctx, late) };
  }
}

async function findSame(
  ctx: Context,
  { twinId, url, landed, way }: { twinId: string; url: string; landed: string; way: Way },
): Promise<string | null> {
  return ctx.transaction(async (tx) => {
    if (way === "site" || way === "sitemap") {
      const follow = way === "site" ? "links" : "sitemap";
      return (await findSiteId(tx, { twinId, url, follow })) ?? null;
    }
    const same =
      (await findSourceByUrl(tx, { twinId, url })) ??
      (await findSourceByUrl(tx, { twinId, url: landed }));
    return same?.id ?? null;
  });
}

function problemOf(error: unknown, { signal }: Context, late: AbortSignal) {
  signal.throwIfAborted();
  const refusal = late.aborted ? timedOut() : error;
  if (!(refusal instanceof DomainError || refusal instanceof SourceRejected)) throw refusal;
  return { reason: refusal.reason, message: refusal.message };
}
