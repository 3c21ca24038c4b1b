import { deleteMessageEvents } from "@understudy/db/queries/answer-runs";
import { insertCitations } from "@understudy/db/queries/citations";
import { uncountMessage } from "@understudy/db/queries/message-counts";
import { finishMessage } from "@understudy/db/queries/messages";
import type { TenantTx } from "@understudy/db/scope";
import type { AnswerOutcome } from "../answer/answer.ts";
import type { Context } from "../kernel/context.ts";
import { recordPolicy } from "../policy/record-policy.ts";
import { noteGiven, noteQuestion } from "../question/note-question.ts";
import { recordAnswer } from "../user-event/record-answer.ts";
import { announceAnswer } from "./announce-answer.ts";
import type { Said } from "./answer-draft.ts";
import type { Message } from "./contract.ts";
import type { Exchange } from "./exchange.ts";
import { findAnswer } from "./find-answer.ts";
import { describeMessage } from "./read-message.ts";
import { showCitation } from "./show-citation.ts";

export interface AnswerEnd extends Readonly<Said> {
  status: "complete" | "stopped" | "failed";
  reason: string | null;
  /** As far as it came. */
  outcome: Partial<AnswerOutcome>;
}

/** Text, citations and trace are stored together with the one status the answer ends in. */
export function settleAnswer(ctx: Context, exchange: Exchange, end: AnswerEnd): Promise<Message> {
  const { answerId: messageId, twin } = exchange;
  const { failure: _, ...told } = end.outcome;
  return ctx.transaction(async (tx) => {
    const [row] = await Promise.all([
      finishMessage(tx, {
        ...told,
        messageId,
        status: end.status,
        text: end.text,
        unsupportedSpans: end.unsupportedSpans,
        ...(end.reason && { errorReason: end.reason }),
      }),
      deleteMessageEvents(tx, messageId),
    ]);
    const isOurs = row.status === end.status && row.text === end.text;
    if (!isOurs) return findAnswer(ctx, tx, messageId);
    const { citations, outcome } = end;
    await recordPolicy(ctx, tx, { message: row, trace: outcome.trace });
    await insertCitations(tx, { messageId, twinId: twin.id, citations });
    const sourceIds = citations.map(({ sourceId }) => sourceId);
    await recordAnswer(tx, { row, trace: outcome.trace, sourceIds });
    const question = outcome.trace?.standalone ?? exchange.question;
    await noteForOwner(ctx, tx, { end, asked: { twinId: twin.id, messageId, question } });
    await announceAnswer(tx, {
      message: row,
      channel: exchange.channel,
      isOpen: isUnanswered(end),
    });
    // Last: whoever asks meanwhile waits for this counter.
    if (end.status === "failed") await uncountMessage(tx, row);
    return describeMessage(row, { citations: citations.map(showCitation), feedback: null });
  });
}

interface ForOwner {
  end: AnswerEnd;
  asked: { twinId: string; messageId: string; question: string };
}

/** What was not answered, or hardly, is put to the owner; what they answered before counts how often it was needed. */
async function noteForOwner(ctx: Context, tx: TenantTx, { end, asked }: ForOwner): Promise<void> {
  const { verified, trace } = end.outcome;
  const verifiedAnswerId = verified ? trace?.verified?.verifiedAnswerId : undefined;
  if (verifiedAnswerId) await noteGiven(ctx, tx, { ...asked, verifiedAnswerId });
  else if (isUnanswered(end)) await noteQuestion(ctx, tx, { ...asked, because: "unanswered" });
  else if (isWeak(end)) await noteQuestion(ctx, tx, { ...asked, because: "weak" });
}

const LEAST_SUPPORTED = 0.5;

function isWeak({ status, outcome }: AnswerEnd): boolean {
  const { answered, verified, supportedShare = null } = outcome;
  const isHeld = verified === true || supportedShare === null || supportedShare >= LEAST_SUPPORTED;
  return status === "complete" && answered === true && !isHeld;
}

/** Nothing that the twin was taught answers it; what its owner refuses to answer, or nobody was left to write, is no open question. */
function isUnanswered({ status, outcome }: AnswerEnd): boolean {
  const { writer = null, trace } = outcome;
  const isRefused = trace?.policy?.refused != null;
  const isUntried = writer === null && trace?.degradedBecause != null;
  return status === "complete" && outcome.answered === false && !isRefused && !isUntried;
}
