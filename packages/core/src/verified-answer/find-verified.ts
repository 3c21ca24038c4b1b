import { findVerifiedAnswer } from "@understudy/db/queries/verified-answers";
import type { TokenUsage } from "@understudy/rag/chat/chat-model";
import { judgeSameQuestion } from "@understudy/rag/verified/judge-same-question";
import { matchQuestion, type Proposal } from "@understudy/rag/verified/match-question";
import { newNonce } from "../answer/write-with-model.ts";
import type { Context } from "../kernel/context.ts";
import { type AskedTwin, currentBank } from "./current-bank.ts";
import type { VerifiedTrace } from "./verified-trace.ts";

export interface FoundVerified {
  /** The owner's words; null where no verified answer fits. */
  answer: string | null;
  nearest: VerifiedTrace | null;
  /** What a model took to judge. */
  usage: TokenUsage | null;
}

const NOTHING: FoundVerified = { answer: null, nearest: null, usage: null };

/** Similarity proposes; the words decide, and where they leave it open a model does, if there is one. */
export async function findVerified(
  ctx: Context,
  { twin, question }: { twin: AskedTwin; question: string },
): Promise<FoundVerified> {
  if (twin.verifiedRevision === 0n) return NOTHING;
  const bank = await currentBank(ctx, twin);
  const proposals = matchQuestion(bank, question);
  const [first] = proposals;
  if (!first) return NOTHING;
  if (first.because === null) return readAnswer(ctx, { ...NOTHING, nearest: traceOf(first) });
  const open = proposals.filter(({ isOpen }) => isOpen);
  if (!ctx.ports.chat || open.length === 0) return { ...NOTHING, nearest: traceOf(first) };
  return judge(ctx, question, open);
}

async function judge(
  ctx: Context,
  question: string,
  open: readonly Proposal[],
): Promise<FoundVerified> {
  const { signal, correlationId, ports } = ctx;
  const candidates = open.map(({ phrasing }) => phrasing);
  const asked = { model: ports.chat!, question, candidates, nonce: newNonce() };
  const { same, failure, usage } = await judgeSameQuestion(asked, { signal, correlationId });
  const chosen = open[same ?? 0]!;
  const because = same === null ? (failure ?? "model_declined") : null;
  const nearest: VerifiedTrace = { ...traceOf(chosen), because, decidedBy: "model" };
  const found = { answer: null, nearest, usage };
  return because === null ? readAnswer(ctx, found) : found;
}

/** As it stands now; one that went meanwhile answers nothing. */
async function readAnswer(ctx: Context, found: FoundVerified): Promise<FoundVerified> {
  const nearest = found.nearest!;
  const row = await ctx.transaction((tx) => findVerifiedAnswer(tx, nearest.verifiedAnswerId));
  if (row) return { ...found, answer: row.answer };
  return { ...found, nearest: { ...nearest, because: "removed" } };
}

function traceOf({ entryId, phrasing, score, because }: Proposal): VerifiedTrace {
  return { verifiedAnswerId: entryId, phrasing, score, because, decidedBy: "words" };
}
