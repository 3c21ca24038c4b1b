import type { Reach } from "@understudy/db/queries/reach";
import { findVerifiedAnswer } from "@understudy/db/queries/verified-answers";
import type { TokenUsage } from "@understudy/rag/chat/chat-model";
import { judgeSameQuestion } from "@understudy/rag/verified/judge-same-question";
import {
  matchQuestion,
  type Proposal,
  proposeByMeaning,
} from "@understudy/rag/verified/match-question";
import type { PhrasingBank } from "@understudy/rag/verified/phrasing-bank";
import { newNonce } from "../answer/write-with-model.ts";
import type { Context } from "../kernel/context.ts";
import { type AskedTwin, currentBank } from "./current-bank.ts";
import { embedInTime } from "./embed-phrasings.ts";
import type { VerifiedTrace } from "./verified-trace.ts";

export interface FoundVerified {
  /** The owner's words; null where no verified answer fits. */
  answer: string | null;
  nearest: VerifiedTrace | null;
  /** What a model took to judge. */
  usage: TokenUsage | null;
}

export const NO_VERIFIED: FoundVerified = { answer: null, nearest: null, usage: null };

interface AskedVerified {
  twin: AskedTwin;
  question: string;
  /** What the one who asks may be answered from; null: everything. */
  reach: Reach | null;
}

/** Similarity proposes; the words decide, and where they leave it open a model does, if there is one. */
export async function findVerified(
  ctx: Context,
  { twin, question, reach }: AskedVerified,
): Promise<FoundVerified> {
  if (twin.verifiedRevision === 0n) return NO_VERIFIED;
  const bank = await currentBank(ctx, twin, reach);
  const proposals = matchQuestion(bank, question);
  const [first] = proposals;
  const give = (found: FoundVerified) => readAnswer(ctx, found, reach);
  if (first?.because === null) return give({ ...NO_VERIFIED, nearest: traceOf(first) });
  const open = ctx.ports.chat
    ? await listOpen(ctx, { twinId: twin.id, bank, question, proposals })
    : [];
  if (open.length > 0) {
    const judged = await judge(ctx, question, open);
    return judged.nearest?.because === null ? give(judged) : judged;
  }
  return first ? { ...NO_VERIFIED, nearest: traceOf(first) } : NO_VERIFIED;
}

interface Undecided {
  twinId: string;
  bank: PhrasingBank;
  question: string;
  proposals: readonly Proposal[];
}

/** What a model is to judge; with vectors also what shares no word with the question. */
async function listOpen(
  ctx: Context,
  { twinId, bank, question, proposals }: Undecided,
): Promise<Proposal[]> {
  const { embedder } = ctx.ports;
  const hasVectors = bank.phrasings.some(({ vector }) => vector !== null);
  const [vector] =
    (embedder && hasVectors && (await embedInTime(ctx, { twinId, embedder }, [question]))) || [];
  if (vector) return proposeByMeaning(bank, question, vector);
  return proposals.filter(({ isOpen }) => isOpen);
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
  return { answer: null, nearest, usage };
}

/** As it stands now; one that went meanwhile answers nothing. */
async function readAnswer(
  ctx: Context,
  found: FoundVerified,
  reach: Reach | null,
): Promise<FoundVerified> {
  const nearest = found.nearest!;
  const { verifiedAnswerId } = nearest;
  const row = await ctx.transaction((tx) => findVerifiedAnswer(tx, verifiedAnswerId, reach));
  if (row) return { ...found, answer: row.answer };
  return { ...found, nearest: { ...nearest, because: "removed" } };
}

function traceOf({ entryId, phrasing, score, because }: Proposal): VerifiedTrace {
  return { verifiedAnswerId: entryId, phrasing, score, because, decidedBy: "words" };
}
