import { type CitationRow, listCitations } from "@understudy/db/queries/citations";
import { type FeedbackRow, listFeedback } from "@understudy/db/queries/feedback";
import type { MessageRow } from "@understudy/db/queries/messages";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import type { Citation, Feedback, Message } from "./contract.ts";
import { withholdAnswers } from "./withhold-answers.ts";

/** Messages with what belongs to them, in the order given, as whoever reads them may see them. */
export async function readMessages(
  ctx: Context,
  tx: TenantTx,
  rows: readonly MessageRow[],
): Promise<Message[]> {
  const ids = rows.map((row) => row.id);
  const [cited, given] = await Promise.all([listCitations(tx, ids), listFeedback(tx, ids)]);
  const citations = Map.groupBy(cited, ({ messageId }) => messageId);
  const feedback = new Map(given.map((each) => [each.messageId, readFeedback(each)]));
  const messages = rows.map((row) =>
    describeMessage(row, {
      citations: (citations.get(row.id) ?? []).map(readCitation),
      feedback: feedback.get(row.id) ?? null,
    }),
  );
  return withholdAnswers(ctx, tx, { rows, messages });
}

/** A message with what is already known to belong to it. */
export function describeMessage(
  row: MessageRow,
  { citations, feedback }: Pick<Message, "citations" | "feedback">,
): Message {
  return {
    id: row.id,
    role: row.role,
    text: row.text,
    status: row.status,
    answered: row.answered,
    refused: row.refused,
    verified: row.verified,
    writer: row.writer,
    model: row.model,
    supportedShare: row.supportedShare,
    unsupportedSpans: row.unsupportedSpans,
    ...(row.errorReason && { failure: { reason: row.errorReason } }),
    citations,
    releaseId: row.releaseId,
    feedback,
    createdAt: row.createdAt.toISOString(),
  };
}

function readFeedback({ rating, comment }: FeedbackRow): Feedback {
  return { rating, comment };
}

function readCitation(row: CitationRow): Citation {
  return {
    sourceId: row.sourceId,
    sourceTitle: row.sourceTitle,
    ...(row.sourceUrl && { sourceUrl: row.sourceUrl }),
    chunkId: row.chunkId,
    quote: row.quote,
    locator: row.locator,
    ...(row.corrected && { corrected: true }),
    answerSpan: { start: row.answerStart, end: row.answerEnd },
  };
}
