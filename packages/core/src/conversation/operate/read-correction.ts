import type { CorrectionRow } from "@understudy/db/queries/answer-corrections";
import type { Correction } from "./contract.ts";

export function readCorrection(row: CorrectionRow): Correction {
  return {
    id: row.id,
    messageId: row.messageId,
    revision: row.revision,
    verifiedAnswerId: row.verifiedQnaId,
    testId: row.qualityTestId,
    answer: row.answer,
    by: row.userId,
    notice: row.notice,
    createdAt: row.createdAt.toISOString(),
  };
}
