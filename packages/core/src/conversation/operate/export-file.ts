import type { ConversationFormat } from "@understudy/db/column-values";
import { findExport } from "@understudy/db/queries/exports";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { notFound } from "../../kernel/domain-error.ts";
import { Id } from "../../kernel/ids.ts";
import { authorize, useCase } from "../../kernel/use-case.ts";
import { requireTwin } from "../../twin/twins.ts";
import { type ExportInput, ExportFormat as Format } from "./contract.ts";
import { type ExportPart, exportLines } from "./export-lines.ts";

export const MEDIA_TYPES: Record<ConversationFormat, string> = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
};

/** The file that a job wrote, while it is there. */
export const getExportFile = useCase({
  permission: "conversation.read",
  input: z.object({ exportId: Id }),
  output: z.object({ blobKey: z.string(), byteSize: z.number(), format: Format }),
  run: (ctx, { exportId }) =>
    ctx.transaction(async (tx) => {
      const row = await findExport(tx, exportId);
      const isThere = row?.blobKey && row.byteSize !== null && !row.isExpired;
      const format = Format.safeParse(row?.format).data;
      if (!isThere || !format) throw notFound("export");
      return { blobKey: row.blobKey!, byteSize: row.byteSize!, format };
    }),
});

/** The lines themselves, for a selection that is small enough to wait for. */
export async function* streamExport(
  ctx: Context,
  input: z.output<typeof ExportInput>,
): AsyncGenerator<ExportPart> {
  const { format, ...filter } = input;
  await authorize(ctx, "conversation.read");
  await ctx.transaction((tx) => requireTwin(tx, filter.twinId));
  yield* exportLines(ctx, filter, format);
}
