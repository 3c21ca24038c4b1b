import type { VerifiedAnswerRow } from "@understudy/db/queries/verified-answers";
import type { VerifiedAnswer } from "./contract.ts";

export function readVerifiedAnswer(row: VerifiedAnswerRow): VerifiedAnswer {
  return {
    ...row,
    reviewBy: row.reviewBy?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
