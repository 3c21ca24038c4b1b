import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { ImportReport, ImportVerifiedAnswersInput } from "./contract.ts";
import { importRows } from "./import-rows.ts";
import { type QnaFile, readQnaRows } from "./read-qna-rows.ts";

/** Rows of `question,answer` and further phrasings become verified answers; bad rows are named by line. */
export const importVerifiedAnswers = useCase({
  permission: "verified.write",
  input: ImportVerifiedAnswersInput,
  output: ImportReport,
  run: async (ctx, { twinId, csv }) => {
    const file = await requireRows(ctx, { twinId, csv });
    const counts = await importRows(ctx, { twinId, sourceId: null, rows: file.rows });
    return { ...counts, problems: file.problems };
  },
});

/** Refuses a file that holds nothing to import, before anything of it is kept. */
export async function requireRows(
  ctx: Context,
  { twinId, csv }: { twinId: string; csv: string },
): Promise<QnaFile> {
  await ctx.transaction((tx) => requireTwin(tx, twinId));
  const file = readQnaRows(csv);
  if (file.rows.length > 0) return file;
  const [first] = file.problems;
  throw new DomainError(
    "invalid",
    first?.reason ?? "qna.no_rows",
    first ? `Line ${first.line}: ${first.message}` : "There are no questions in this file.",
  );
}
