import { planRetest } from "@understudy/db/queries/plan-retest";
import { listReleases, type ReleaseRow, setCurrentRelease } from "@understudy/db/queries/releases";
import { lockTwin } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { Release, RollbackInput } from "./contract.ts";
import { readRelease } from "./read-release.ts";
import { requireRelease, requireReleaseOf } from "./require-release.ts";

/** Gives visitors an earlier release again, from their next question on; the draft stays as it is. */
export const rollBack = useCase({
  permission: "release.write",
  input: RollbackInput,
  output: Release,
  run: (ctx, wanted) =>
    ctx.transaction(async (tx) => {
      const { to, from } = await choose(tx, wanted);
      await setCurrentRelease(tx, { twinId: to.twinId, releaseId: to.id });
      await planRetest(tx, to.twinId);
      const subject = { subjectKind: "release", subjectId: to.id };
      const details = { from, number: to.number };
      await ctx.audit(tx, { action: "release.rollback", ...subject, details });
      return readRelease(to, to.id);
    }),
});

async function choose(
  tx: TenantTx,
  { twinId, releaseId }: z.output<typeof RollbackInput>,
): Promise<{ to: ReleaseRow; from: string | null }> {
  const named = releaseId ? await requireRelease(tx, releaseId) : null;
  const twin = await lockTwin(tx, twinId ?? named!.twinId);
  if (!twin) throw notFound("twin");
  const from = twin.currentReleaseId;
  const to = releaseId
    ? await requireReleaseOf(tx, { twinId: twin.id, releaseId })
    : await requireEarlier(tx, { twinId: twin.id, from });
  if (to.id !== from) return { to, from };
  throw new DomainError("conflict", "release.is_current", "This release is the current one.");
}

async function requireEarlier(
  tx: TenantTx,
  { twinId, from }: { twinId: string; from: string | null },
): Promise<ReleaseRow> {
  const current = from ? await requireRelease(tx, from) : null;
  const page = { twinId, beforeNumber: current?.number ?? 0, limit: 1 };
  const [earlier] = await listReleases(tx, page);
  if (earlier) return earlier;
  throw new DomainError("conflict", "release.none_earlier", "There is no earlier release.");
}
