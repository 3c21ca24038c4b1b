import { isUniqueViolation } from "@understudy/db/errors";
import { listHistory } from "@understudy/db/queries/history";
import { findExchange, insertExchange } from "@understudy/db/queries/messages";
import type { TwinRow } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import type { Turn } from "@understudy/rag/write/build-prompt";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { requireTwin } from "../twin/twins.ts";
import { requireConversation } from "./conversations.ts";

export interface Ask {
  conversationId: string;
  message: string;
  /** The same key with the same words gives the same answer again, and asks nothing twice. */
  idempotencyKey?: string;
}

/** A question and its answer, both stored; not new when this question was asked before. */
export interface Exchange {
  twin: TwinRow;
  question: string;
  /** The earlier turns of the conversation, oldest first. */
  history: Turn[];
  answerId: string;
  isNew: boolean;
}

/** The same question sent twice, even at the same time, is one exchange. */
export async function openExchange(ctx: Context, ask: Ask): Promise<Exchange> {
  try {
    return (await findEarlier(ctx, ask)) ?? (await insert(ctx, ask));
  } catch (error) {
    if (!isUniqueViolation(error, "messages_idempotency_unique")) throw error;
    const earlier = await findEarlier(ctx, ask);
    if (!earlier) throw error;
    return earlier;
  }
}

function insert(ctx: Context, ask: Ask): Promise<Exchange> {
  return ctx.transaction(async (tx) => {
    const twin = await requireAskable(tx, ask);
    const history = await readHistory(tx, ask.conversationId);
    const answerId = await insertExchange(tx, { ...ask, twinId: twin.id });
    return { twin, question: ask.message, history, answerId, isNew: true };
  });
}

async function requireAskable(tx: TenantTx, { conversationId }: Ask): Promise<TwinRow> {
  const { twinId } = await requireConversation(tx, conversationId);
  return requireTwin(tx, twinId);
}

async function findEarlier(ctx: Context, ask: Ask): Promise<Exchange | undefined> {
  const { conversationId, idempotencyKey } = ask;
  if (!idempotencyKey) return undefined;
  const found = await ctx.transaction(async (tx) => {
    const twin = await requireAskable(tx, ask);
    const earlier = await findExchange(tx, { conversationId, idempotencyKey });
    return earlier && { twin, ...earlier };
  });
  if (!found) return undefined;
  if (found.question.text !== ask.message) {
    throw new DomainError(
      "conflict",
      "idempotency.other_body",
      "This key was used for other words.",
    );
  }
  const { twin, question, answer } = found;
  return { twin, question: question.text, history: [], answerId: answer.id, isNew: false };
}

const TURNS_READ = 20;

async function readHistory(tx: TenantTx, conversationId: string): Promise<Turn[]> {
  const turns = await listHistory(tx, { conversationId, limit: TURNS_READ });
  return turns.map(({ role, text }) => ({ role: role === "user" ? "visitor" : "twin", text }));
}
