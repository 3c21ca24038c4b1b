import { type Freshness, listFreshness } from "@understudy/db/queries/checked-sources";
import { dropFindings, type NewFinding, saveFindings } from "@understudy/db/queries/save-findings";
import type { JobContext } from "../kernel/job.ts";
import { announce } from "../webhook/announce.ts";
import { SYNC_FINGERPRINTS } from "./check-source.ts";

const SOURCES_PER_READ = 200;
const STALE_AFTER_DAYS = 180;
const DAY_MS = 86_400_000;

/** Pages that nobody has fetched for long, or that cannot be fetched any more. */
export async function checkFreshness(ctx: JobContext, twinId: string): Promise<number> {
  let [afterId, found]: [string | null, number] = [null, 0];
  for (;;) {
    const page = { twinId, afterId, limit: SOURCES_PER_READ };
    const rows: Freshness[] = await ctx.transaction((tx) => listFreshness(tx, page));
    const findings = rows.flatMap(judge);
    await ctx.fenced(async (tx) => {
      for (const { sourceId } of rows) {
        const mine = findings.filter((finding) => finding.sourceId === sourceId);
        const still = new Set(mine.map(({ fingerprint }) => fingerprint));
        const gone = SYNC_FINGERPRINTS.filter((fingerprint) => !still.has(fingerprint));
        await dropFindings(tx, { sourceId, kinds: ["stale"], only: gone });
      }
      for (const { sourceId, fingerprint: because } of await saveFindings(tx, twinId, findings)) {
        await announce(tx, { type: "source.stale", twinId, data: { sourceId, because } });
      }
    });
    found += findings.length;
    if (rows.length < SOURCES_PER_READ) return found;
    afterId = rows.at(-1)!.sourceId;
  }
}

function judge({ sourceId, freshAt, failureReason }: Freshness): NewFinding[] {
  const finding = (because: (typeof SYNC_FINGERPRINTS)[number], details: object): NewFinding[] => [
    { kind: "stale", sourceId, fingerprint: because, details: { because, ...details } },
  ];
  if (failureReason) {
    return finding("sync_failing", { reason: failureReason, freshAt: freshAt.toISOString() });
  }
  const isOld = Date.now() - freshAt.getTime() > STALE_AFTER_DAYS * DAY_MS;
  return isOld ? finding("not_synced", { freshAt: freshAt.toISOString() }) : [];
}
