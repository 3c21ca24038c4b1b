import {
  findVerifiedAnswersByKey,
  type VerifiedAnswerRow,
} from "@understudy/db/queries/verified-answers";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { ImportPreview, ImportVerifiedAnswersInput, MAX_PREVIEW_ROWS } from "./contract.ts";
import { findChanges } from "./import-rows.ts";
import { type QnaRow, readQnaRows } from "./read-qna-rows.ts";

/** What an import of this file would do, and what is wrong with its rows; changes nothing. */
export const previewImport = useCase({
  permission: "verified.write",
  input: ImportVerifiedAnswersInput,
  output: ImportPreview,
  run: async (ctx, { twinId, csv }) => {
    const { rows, problems } = readQnaRows(csv);
    const keys = rows.map((row) => row.questionKey);
    const present = await ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      return findVerifiedAnswersByKey(tx, { twinId, keys });
    });
    const judged = rows.map((row) => ({
      row,
      effect: effectOf(row, present.get(row.questionKey)),
    }));
    const count = (wanted: string) => judged.filter(({ effect }) => effect === wanted).length;
    return {
      created: count("create"),
      updated: count("update"),
      unchanged: count("unchanged"),
      problems,
      rows: judged
        .slice(0, MAX_PREVIEW_ROWS)
        .map(({ row: { questionKey: _, ...shown }, effect }) => ({ ...shown, effect })),
    };
  },
});

function effectOf(row: QnaRow, current: VerifiedAnswerRow | undefined) {
  if (!current) return "create" as const;
  return findChanges(current, row, null) ? ("update" as const) : ("unchanged" as const);
}
