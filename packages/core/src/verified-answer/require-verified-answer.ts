import {
  findVerifiedAnswer,
  type VerifiedAnswerRow,
} from "@understudy/db/queries/verified-answers";
import type { TenantTx } from "@understudy/db/scope";
import { notFound } from "../kernel/domain-error.ts";

/** The verified answer, or the refusal that looks the same for absent and not-yours. */
export async function requireVerifiedAnswer(
  tx: TenantTx,
  verifiedAnswerId: string,
): Promise<VerifiedAnswerRow> {
  const row = await findVerifiedAnswer(tx, verifiedAnswerId);
  if (!row) throw notFound("verifiedAnswer");
  return row;
}
