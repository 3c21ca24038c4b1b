import { Readable } from "node:stream";
import { countConversations } from "@understudy/db/queries/list-conversations";
import type { WriteFile } from "../../export/writers.ts";
import type { JobContext } from "../../kernel/job.ts";
import { ExportInput } from "./contract.ts";
import { exportLines } from "./export-lines.ts";

export const writeConversations: WriteFile = async (ctx, row, { blobKey, report }) => {
  const { twinId, format: asked } = row;
  const { format, ...filter } = ExportInput.parse({ ...row.filter, twinId, format: asked });
  const total = await ctx.transaction((tx) =>
    countConversations(tx, { ...filter, most: 10_000_000 }),
  );
  const written = { conversations: 0, bytes: 0 };
  const parts = encode(ctx, exportLines(ctx, filter, format), { written, total, report });
  await ctx.ports.blobs.put(blobKey, Readable.from(parts));
  return written;
};

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
