import { listWithheld } from "@understudy/db/queries/history";
import type { MessageRow } from "@understudy/db/queries/messages";
import type { TenantTx } from "@understudy/db/scope";
import { findReach } from "../access-group/find-reach.ts";
import { noAnswerOf } from "../answer/compose-quotation.ts";
import type { Context } from "../kernel/context.ts";
import { findTwinForVisitors } from "../visitor/twin-for-visitors.ts";
import type { Message } from "./contract.ts";

/**
 * Answers as whoever reads them may see them now: one that was made of what is no longer open to them
 * says what would be said instead of an answer, and cites nothing.
 */
export async function withholdAnswers(
  ctx: Context,
  tx: TenantTx,
  { rows, messages }: { rows: readonly MessageRow[]; messages: Message[] },
): Promise<Message[]> {
  const [first] = rows;
  const reach = first ? await findReach(tx, ctx.actor, first.twinId) : null;
  if (!first || !reach) return messages;
  const withheld = await listWithheld(tx, ids(rows), reach);
  if (withheld.size === 0) return messages;
  const behind = await findTwinForVisitors(tx, first.twinId, null);
  const text = noAnswerOf(behind?.isPublished ? behind.twin : { noAnswerMessage: "" });
  return messages.map((message) =>
    withheld.has(message.id) ? asUnanswered(message, text) : message,
  );
}

function ids(rows: readonly MessageRow[]): string[] {
  return rows.filter(({ role }) => role === "assistant").map(({ id }) => id);
}

function asUnanswered(message: Message, text: string): Message {
  const nothing = { citations: [], unsupportedSpans: [], supportedShare: null };
  return { ...message, ...nothing, text, answered: false, verified: false };
}
