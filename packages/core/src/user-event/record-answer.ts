import type { Outcome } from "@understudy/db/column-values";
import { insertMessageWords } from "@understudy/db/queries/message-words";
import type { MessageRow } from "@understudy/db/queries/messages";
import { insertUserEvent } from "@understudy/db/queries/user-events";
import type { TenantTx } from "@understudy/db/scope";
import type { AnswerTrace } from "../answer/answer.ts";

interface Ended {
  row: MessageRow;
  trace?: AnswerTrace | undefined;
  sourceIds?: readonly string[];
}

/** Joins the transaction in which an answer ends; one that had ended before is recorded already. */
export async function recordAnswer(
  tx: TenantTx,
  { row, trace, sourceIds = [] }: Ended,
): Promise<void> {
  const { cost, tokens } = trace ?? {};
  await Promise.all([
    insertMessageWords(tx, { messageId: row.id, text: row.text }),
    insertUserEvent(tx, {
      kind: "answer_ended",
      messageId: row.id,
      outcome: outcomeOf(row),
      supportedShare: row.supportedShare,
      model: row.model,
      ...stagesOf(trace?.timingsMs ?? {}),
      inputTokens: tokens?.input ?? null,
      outputTokens: tokens?.output ?? null,
      microCost: cost ? Math.round(cost.amount * 1_000_000) : null,
      currency: cost?.currency ?? null,
      sourceIds: [...new Set(sourceIds)],
    }),
  ]);
}

export function outcomeOf(
  row: Pick<MessageRow, "status" | "answered" | "verified" | "refused">,
): Outcome {
  if (row.status === "failed" || row.status === "stopped") return row.status;
  if (row.refused) return "refused";
  if (row.verified) return "verified";
  return row.answered ? "answered" : "unsupported";
}

/** What is none of the named stages was spent on finding passages. */
function stagesOf({ understand, verified, rerank, write, ...finding }: Record<string, number>) {
  const found = Object.values(finding);
  return {
    understandMs: understand ?? null,
    verifiedMs: verified ?? null,
    retrieveMs: found.length > 0 ? found.reduce((sum, ms) => sum + ms, 0) : null,
    rerankMs: rerank ?? null,
    writeMs: write ?? null,
  };
}
