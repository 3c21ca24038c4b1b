import { listFigures } from "@understudy/db/queries/figures";
import { countTaughtSince } from "@understudy/db/queries/needs";
import { findRunHead, listQualityRuns, type RunHead } from "@understudy/db/queries/quality-runs";
import type { TwinRow } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import { readCompared } from "../analytics/read-figures.ts";
import { RunSummary } from "../quality/contract.ts";
import { requireRelease } from "../release/require-release.ts";
import type { Progress } from "./contract.ts";

const MOST_DAYS = 90;
const DAY_MS = 86_400_000;

/** Since the current release was published; null: nothing was. */
export async function readProgress(
  tx: TenantTx,
  { id: twinId, currentReleaseId }: TwinRow,
): Promise<z.input<typeof Progress> | null> {
  if (currentReleaseId === null) return null;
  const release = await requireRelease(tx, currentReleaseId);
  const { published, since, to } = spanOf(release.createdAt);
  const [taught, figures, runs, then] = await Promise.all([
    countTaughtSince(tx, { twinId, since: published }),
    listFigures(tx, { twinId, from: since, splitAt: published, to }),
    listQualityRuns(tx, { twinId, statuses: ["succeeded"], limit: 1 }),
    release.qualityRunId ? findRunHead(tx, release.qualityRunId) : undefined,
  ]);
  const { current, previous } = readCompared(figures, true);
  return {
    release: { id: release.id, number: release.number, createdAt: published },
    tests: { now: passedIn(runs[0]), before: passedIn(then) },
    answered: {
      since: { from: published, to },
      now: current.shares.answered,
      before: previous?.shares.answered ?? null,
    },
    taught,
  };
}

/** As long before it as after, and not endlessly. */
function spanOf(createdAt: Date) {
  const now = Date.now();
  const spanMs = Math.min(now - createdAt.getTime(), MOST_DAYS * DAY_MS);
  return {
    published: createdAt.toISOString(),
    since: new Date(createdAt.getTime() - spanMs).toISOString(),
    to: new Date(now).toISOString(),
  };
}

function passedIn(run: RunHead | undefined): { passed: number; total: number } | null {
  if (!run) return null;
  const { passed, failed, skipped } = RunSummary.parse(run.summary);
  return { passed, total: passed + failed + skipped };
}
