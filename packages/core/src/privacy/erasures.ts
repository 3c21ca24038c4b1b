import * as queries from "@understudy/db/queries/erasures";
import { finishJob } from "@understudy/db/queries/job-attempts";
import { z } from "zod";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { authorize, requireAllTwins, useCase } from "../kernel/use-case.ts";
import { Erasure, ErasurePage, ErasureRef, ListErasuresInput } from "./contract.ts";
import { readErasure } from "./read-erasure.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** What was erased in this workspace, with its receipts, newest first; ahead of it, the workspaces that one erased oneself. */
export const listErasures = useCase({
  permission: "privacy.read",
  input: ListErasuresInput,
  output: ErasurePage,
  run: async (ctx, { cursor, limit }) => {
    requireAllTwins(ctx);
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction((tx) =>
      queries.listErasures(tx, { after, limit: limit + 1 }),
    );
    const position = (row: queries.ErasureRow) => [row.createdAt.toISOString(), row.id];
    const page = toPage(rows, limit, { read: readErasure, position });
    if (cursor !== undefined || ctx.actor.kind !== "user") return page;
    const own = await ctx.accounts.listTenantErasures(ctx.actor.userId);
    const elsewhere = own.filter(({ subjectId }) => subjectId !== ctx.actor.tenantId);
    return { ...page, items: [...elsewhere.map(readErasure), ...page.items] };
  },
});

/** While it waits for its day. */
export const cancelErasure = useCase({
  permission: "privacy.write",
  input: ErasureRef,
  output: Erasure,
  run: async (ctx, { erasureId }) => {
    const row = await ctx.transaction((tx) => queries.findErasure(tx, erasureId));
    if (!row) throw notFound("erasure");
    if (row.kind === "tenant") await authorize(ctx, "tenant.erase");
    return ctx.transaction(async (tx) => {
      if (!(await queries.cancelErasure(tx, erasureId))) {
        throw new DomainError("conflict", "erasure.begun", "It has begun, and cannot be undone.");
      }
      const failure = { reason: "job.cancelled", message: "The erasure was called off." };
      if (row.jobId) await finishJob(tx, { jobId: row.jobId, status: "cancelled", failure });
      const subject = { subjectKind: row.kind, subjectId: row.subjectId };
      await ctx.audit(tx, { action: `${row.kind}.keep`, ...subject, details: { erasureId } });
      const kept = await queries.findErasure(tx, erasureId);
      return readErasure(kept ?? row);
    });
  },
});

/** With which receipts and bundles of this instance are judged. */
export const signingKey = useCase({
  permission: "privacy.read",
  input: z.object({}),
  output: z.object({ algorithm: z.literal("Ed25519"), publicKey: z.string() }),
  run: async ({ ports }) => ({
    algorithm: "Ed25519" as const,
    publicKey: ports.vault.signing.publicKey,
  }),
});
