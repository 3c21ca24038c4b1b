import { authorize, useCase } from "../kernel/use-case.ts";
import { AddedQna, AddQnaInput } from "../verified-answer/contract.ts";
import { importRows } from "../verified-answer/import-rows.ts";
import { requireRows } from "../verified-answer/import-verified-answers.ts";
import { addSource } from "./add-source.ts";
import { storeText } from "./store-text.ts";

/** A file of questions and answers: kept as a source, its rows verified answers that come and go with it. */
export const addQna = useCase({
  permission: "source.write",
  input: AddQnaInput,
  output: AddedQna,
  run: async (ctx, { twinId, title, csv }) => {
    await authorize(ctx, "verified.write");
    const { rows, problems } = await requireRows(ctx, { twinId, csv });
    const stored = await storeText(ctx, csv, { fileName: "qna.csv", mediaType: "text/csv" });
    const source = await addSource(ctx, { twinId, title, kind: "qna", ...stored });
    const counts = await importRows(ctx, { twinId, sourceId: source.id, rows });
    return { ...source, imported: { ...counts, problems } };
  },
});
