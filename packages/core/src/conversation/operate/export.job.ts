import { Readable } from "node:stream";
import { findExport, finishExport } from "@understudy/db/queries/exports";
import { countConversations } from "@understudy/db/queries/list-conversations";
import { notFound } from "../../kernel/domain-error.ts";
import { defineJob, type JobContext } from "../../kernel/job.ts";
import { makeBlobKey } from "../../source/blob-key.ts";
import { ExportInput } from "./contract.ts";
import { exportDeclaration } from "./export-declaration.ts";
import { exportLines } from "./export-lines.ts";

/** Writes the file whole or not at all; cancelled half-way it leaves nothing. It is reclaimed after a day. */
export const writeExport = defineJob({
  ...exportDeclaration,
  run: async (ctx, { exportId }) => {
    const row = await ctx.transaction((tx) => findExport(tx, exportId));
    if (!row) throw notFound("export");
    const { format, ...filter } = ExportInput.parse({
      ...row.filter,
      twinId: row.twinId,
      format: row.format,
    });
    const total = await ctx.transaction((tx) =>
      countConversations(tx, { ...filter, most: 10_000_000 }),
    );
    const blobKey = makeBlobKey(ctx.actor.tenantId);
    const written = { conversations: 0, bytes: 0 };
    await ctx.stage("write", [0, 1], (report) => {
      const parts = encode(ctx, exportLines(ctx, filter, format), { written, total, report });
      return ctx.ports.blobs.put(blobKey, Readable.from(parts));
    });
    const { conversations: conversationCount, bytes: byteSize } = written;
    await ctx.fenced((tx) => finishExport(tx, { exportId, blobKey, conversationCount, byteSize }));
    await ctx.conclude({ exportId, conversations: conversationCount, bytes: byteSize });
  },
  gaveUp: async () => {},
});

interface Progress {
  written: { conversations: number; bytes: number };
  total: number;
  report: (fraction: number) => Promise<void>;
}

async function* encode(
  ctx: JobContext,
  parts: ReturnType<typeof exportLines>,
  { written, total, report }: Progress,
): AsyncGenerator<Buffer> {
  for await (const { text, conversations } of parts) {
    ctx.signal.throwIfAborted();
    if (conversations > written.conversations) await report(Math.min(1, conversations / total));
    const bytes = Buffer.from(text);
    written.conversations = conversations;
    written.bytes += bytes.length;
    if (bytes.length > 0) yield bytes;
  }
}
