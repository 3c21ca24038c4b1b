import { insertExport } from "@understudy/db/queries/exports";
import { countConversations } from "@understudy/db/queries/list-conversations";
import { exportDeclaration } from "../../export/export-declaration.ts";
import { useCase } from "../../kernel/use-case.ts";
import { requireTwin } from "../../twin/twins.ts";
import { Export, ExportInput } from "./contract.ts";

/** More than these are written by a job. */
const MOST_AT_ONCE = 500;

/** Where the conversations of a selection can be fetched as a file: at once, or when a job has written it. */
export const exportConversations = useCase({
  permission: "conversation.read",
  input: ExportInput,
  output: Export,
  run: (ctx, input) =>
    ctx.transaction(async (tx) => {
      const { format, ...filter } = input;
      const { twinId } = filter;
      await requireTwin(tx, twinId);
      const conversations = await countConversations(tx, { ...filter, most: MOST_AT_ONCE + 1 });
      const subject = { subjectKind: "twin", subjectId: twinId };
      await ctx.audit(tx, { action: "conversation.export", ...subject, details: { format } });
      if (conversations <= MOST_AT_ONCE) {
        const url = `/api/conversations/export?q=${encodeURIComponent(JSON.stringify(input))}`;
        return { conversations, url, jobId: null };
      }
      const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
      const exportId = await insertExport(tx, { twinId, format, filter, userId });
      const payload = { exportId };
      const request = { job: exportDeclaration, payload, subjectId: exportId, twinId };
      const jobId = await ctx.enqueue(tx, request);
      return { conversations, url: `/api/exports/${exportId}/file`, jobId };
    }),
});
