import type { ConversationFormat } from "@understudy/db/column-values";
import {
  type ConversationsFilter,
  type ListedConversation,
  listConversationsBegun,
} from "@understudy/db/queries/list-conversations";
import { listMessagesOf, type MessageRow } from "@understudy/db/queries/messages";
import { stringify } from "csv-stringify/sync";
import type { Context } from "../../kernel/context.ts";
import { outcomeOf } from "../../user-event/record-answer.ts";
import type { Message } from "../contract.ts";
import { readMessages } from "../read-message.ts";

const CONVERSATIONS_AT_ONCE = 50;
const MESSAGES_AT_ONCE = 500;

const COLUMNS = [
  ...["conversationId", "title", "channel", "startedAt", "visitorName", "visitorEmail"],
  ...["tags", "flagged", "reviewedAt", "messageId", "role", "at", "text", "outcome"],
  ...["supportedShare", "model", "releaseId", "feedback", "feedbackComment", "citations"],
];

/** Some lines of the file; `conversations` counts those that are in it by then. */
export interface ExportPart {
  text: string;
  conversations: number;
}

/** A line a message, from the first conversation to the last; no transaction lasts longer than one part. */
export async function* exportLines(
  ctx: Context,
  filter: ConversationsFilter,
  format: ConversationFormat,
): AsyncGenerator<ExportPart> {
  if (format === "csv") yield { text: stringify([COLUMNS]), conversations: 0 };
  let afterId: string | null = null;
  let conversations = 0;
  for (;;) {
    const page: { afterId: string | null; limit: number } = {
      afterId,
      limit: CONVERSATIONS_AT_ONCE,
    };
    const rows = await ctx.transaction((tx) => listConversationsBegun(tx, { ...filter, ...page }));
    for await (const text of messageLines(ctx, rows, format)) yield { text, conversations };
    conversations += rows.length;
    if (rows.length < CONVERSATIONS_AT_ONCE) return yield { text: "", conversations };
    afterId = rows.at(-1)!.id;
  }
}

async function* messageLines(
  ctx: Context,
  rows: readonly ListedConversation[],
  format: ConversationFormat,
): AsyncGenerator<string> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  let after: readonly [string, string] | null = null;
  while (rows.length > 0) {
    const page: { after: readonly [string, string] | null; limit: number } = {
      after,
      limit: MESSAGES_AT_ONCE,
    };
    const said = await ctx.transaction(async (tx) => {
      const found = await listMessagesOf(tx, { conversationIds: [...byId.keys()], ...page });
      return (await readMessages(ctx, tx, found)).map((message, i) => ({
        message,
        row: found[i]!,
      }));
    });
    yield lines(
      said.map(({ message, row }) => lineOf(byId.get(row.conversationId)!, row, message)),
      format,
    );
    if (said.length < MESSAGES_AT_ONCE) return;
    const { row } = said.at(-1)!;
    after = [row.conversationId, row.id];
  }
}

function lineOf(conversation: ListedConversation, row: MessageRow, message: Message) {
  const isAnswer = row.role === "assistant" && row.finishedAt !== null;
  return {
    conversationId: conversation.id,
    title: conversation.title,
    channel: conversation.channel,
    startedAt: conversation.createdAt.toISOString(),
    visitorName: conversation.visitor?.name ?? null,
    visitorEmail: conversation.visitor?.email ?? null,
    tags: conversation.tags ?? [],
    flagged: conversation.isFlagged,
    reviewedAt: conversation.reviewedAt?.toISOString() ?? null,
    messageId: message.id,
    role: message.role,
    at: message.createdAt,
    text: message.text,
    outcome: isAnswer ? outcomeOf(row) : null,
    supportedShare: message.supportedShare,
    model: message.model,
    releaseId: message.releaseId,
    feedback: message.feedback?.rating ?? null,
    feedbackComment: message.feedback?.comment ?? null,
    citations: message.citations.map(({ sourceTitle, quote }) => ({ sourceTitle, quote })),
  };
}

type Line = ReturnType<typeof lineOf>;

/** In a table no cell is taken for a formula by what opens it. */
function lines(all: readonly Line[], format: ConversationFormat): string {
  if (format === "jsonl") return all.map((line) => `${JSON.stringify(line)}\n`).join("");
  const rows = all.map((line) => ({
    ...line,
    tags: line.tags.join(", "),
    flagged: line.flagged ? "yes" : "",
    citations: line.citations
      .map(({ sourceTitle, quote }) => `${sourceTitle}: “${quote}”`)
      .join("\n"),
  }));
  return stringify(rows, { columns: COLUMNS, escape_formulas: true });
}
