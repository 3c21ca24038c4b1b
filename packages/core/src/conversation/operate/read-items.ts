import {
  type FiguresRow,
  type ListedConversation,
  listConversationFigures,
} from "@understudy/db/queries/list-conversations";
import type { TenantTx } from "@understudy/db/scope";
import { readConversation } from "../read-conversation.ts";
import type { ConversationFigures, ConversationItem } from "./contract.ts";

/** Conversations as a list tells of them, in the order given. */
export async function readItems(
  tx: TenantTx,
  rows: readonly ListedConversation[],
): Promise<ConversationItem[]> {
  const ids = rows.map(({ id }) => id);
  const figures = await listConversationFigures(tx, ids);
  const byId = new Map(figures.map((each) => [each.conversationId, each]));
  return rows.map((row) => ({
    ...readConversation(row),
    ...marksOf(row),
    visitor: row.visitor && {
      id: row.visitor.id,
      name: row.visitor.name,
      email: row.visitor.email,
      isVerified: row.visitor.verifiedAt !== null,
    },
    figures: figuresOf(byId.get(row.id)),
  }));
}

export function marksOf(row: Pick<ListedConversation, "isFlagged" | "reviewedAt" | "tags">) {
  return {
    isFlagged: row.isFlagged,
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
    tags: row.tags ?? [],
  };
}

function figuresOf(row: FiguresRow | undefined): ConversationFigures {
  return {
    questions: row?.questions ?? 0,
    outcomes: row?.outcomes ?? {},
    lowestSupport: row?.lowestSupport ?? null,
    up: row?.up ?? 0,
    down: row?.down ?? 0,
    language: row?.language ?? null,
  };
}
