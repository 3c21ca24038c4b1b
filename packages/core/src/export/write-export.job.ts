import { EXPORTS_KEPT_SECONDS, findExport, finishExport } from "@understudy/db/queries/exports";
import { notFound } from "../kernel/domain-error.ts";
import { defineJob } from "../kernel/job.ts";
import { retention } from "../retention/retention.job.ts";
import { makeBlobKey } from "../source/blob-key.ts";
import { exportDeclaration } from "./export-declaration.ts";
import { WRITERS } from "./writers.ts";

/** Whoever began to fetch it just before it expired may go on. */
const HOUR_SECONDS = 3_600;

/** Writes the file whole or not at all; cancelled half-way it leaves nothing. It is purged after a day. */
export const writeExport = defineJob({
  ...exportDeclaration,
  run: async (ctx, { exportId }) => {
    const row = await ctx.transaction((tx) => findExport(tx, exportId));
    if (!row) throw notFound("export");
    const blobKey = makeBlobKey(ctx.actor.tenantId);
    const written = await ctx.stage("write", [0, 1], (report) =>
      WRITERS[row.kind](ctx, row, { blobKey, report }),
    );
    await ctx.fenced(async (tx) => {
      const { conversations, bytes: byteSize } = written;
      const counted = conversations === undefined ? {} : { conversationCount: conversations };
      await finishExport(tx, { exportId, blobKey, byteSize, ...counted });
      await ctx.enqueue(tx, {
        job: retention,
        payload: { kind: "export", id: exportId },
        subjectId: exportId,
        twinId: row.twinId,
        delaySeconds: EXPORTS_KEPT_SECONDS + HOUR_SECONDS,
      });
    });
    await ctx.conclude({ exportId, ...written });
  },
  gaveUp: async () => {},
});
