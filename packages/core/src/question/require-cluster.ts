import { type ClusterRow, findCluster } from "@understudy/db/queries/question-clusters";
import type { TenantTx } from "@understudy/db/scope";
import { DomainError, notFound } from "../kernel/domain-error.ts";

/** Also by the id of one that went into it. */
export async function requireCluster(tx: TenantTx, clusterId: string): Promise<ClusterRow> {
  const row = await findCluster(tx, clusterId);
  if (!row) throw notFound("question");
  return row;
}

/** What somebody else has decided on meanwhile is not decided twice. */
export function alreadySettled({ status }: Pick<ClusterRow, "status">): DomainError {
  return status === "dismissed"
    ? new DomainError("conflict", "question.dismissed", "Somebody has set this question aside.")
    : new DomainError(
        "conflict",
        "question.answered",
        "Somebody else has answered this question meanwhile.",
      );
}
