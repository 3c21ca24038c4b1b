import { findMessage, findTrace, type MessageRow } from "@understudy/db/queries/messages";
import { listPassagesById, type PassageById } from "@understudy/db/queries/passages-by-id";
import { findRelease } from "@understudy/db/queries/releases";
import type { TenantTx } from "@understudy/db/scope";
import { shareOfQuestion } from "@understudy/rag/answer/share-of-question";
import type { AnswerTrace } from "../../answer/answer.ts";
import { notFound } from "../../kernel/domain-error.ts";
import { useCase } from "../../kernel/use-case.ts";
import type { Message } from "../contract.ts";
import { findAnswer } from "../find-answer.ts";
import { type Looked, MessageTrace, TraceInput } from "./contract.ts";
import { findCause } from "./find-cause.ts";

/** Why an answer says what it says: all that making it learned, and what is live of it now. */
export const getTrace = useCase({
  permission: "conversation.read",
  input: TraceInput,
  output: MessageTrace,
  run: (ctx, { messageId }) =>
    ctx.transaction(async (tx) => {
      const row = await findMessage(tx, messageId);
      if (row?.role !== "assistant") throw notFound("message");
      const message = await findAnswer(ctx, tx, messageId);
      const trace: Partial<AnswerTrace> = (await findTrace(tx, messageId)) ?? {};
      const asked = await findAsked(tx, row);
      const looked = await listLooked(tx, { message, trace, asked });
      const told = { message, policy: trace.policy ?? null, ...looked };
      const degradedBecause = trace.degradedBecause ?? null;
      return {
        ...told,
        degradedBecause,
        cause: findCause({ ...told, degradedBecause }),
        conversationId: row.conversationId,
        twinId: row.twinId,
        question: asked,
        standalone: trace.standalone ?? asked,
        translations: trace.translations ?? [],
        release: await findReleaseOf(tx, row),
        writer: trace.writer ?? null,
        finish: trace.finish ?? null,
        confidence: trace.confidence ?? null,
        tokens: trace.tokens ?? null,
        cost: trace.cost ?? null,
        verified: trace.verified ?? null,
        denseShare: trace.denseShare ?? null,
        prompt: trace.prompt ?? null,
        timingsMs: trace.timingsMs ?? {},
      };
    }),
});

async function findAsked(tx: TenantTx, { replyToId }: MessageRow): Promise<string> {
  const question = replyToId ? await findMessage(tx, replyToId) : undefined;
  return question?.text ?? "";
}

async function findReleaseOf(tx: TenantTx, { releaseId }: MessageRow) {
  const release = releaseId ? await findRelease(tx, releaseId) : undefined;
  return release ? { id: release.id, number: release.number } : null;
}

interface Made {
  message: Message;
  trace: Partial<AnswerTrace>;
  asked: string;
}

async function listLooked(tx: TenantTx, { message, trace, asked }: Made) {
  const { candidates = [], dropped = [], standalone = asked } = trace;
  const all = [...candidates, ...dropped].flatMap(({ chunkId }) => chunkId ?? []);
  const rows = await listPassagesById(tx, all);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const cited = new Set(message.citations.map(({ chunkId }) => chunkId));
  return {
    passages: candidates.map((candidate) => ({
      ...look(candidate, byId, standalone),
      isCited: cited.has(candidate.chunkId),
    })),
    dropped: dropped.map((candidate) => ({
      ...look(candidate, byId, standalone),
      because: candidate.because,
    })),
  };
}

type Candidate = Partial<Pick<AnswerTrace["dropped"][number], "chunkId" | "sourceId" | "scores">>;

/** An older trace tells less. */
function look(
  { chunkId, sourceId, scores }: Candidate,
  byId: ReadonlyMap<string, PassageById>,
  standalone: string,
): Looked {
  const row = chunkId ? byId.get(chunkId) : undefined;
  return {
    chunkId: chunkId ?? null,
    sourceId: row?.sourceId ?? sourceId ?? null,
    sourceTitle: row?.sourceTitle ?? null,
    text: row?.text ?? null,
    locator: row?.locator ?? null,
    scores: scores ?? null,
    share: row ? shareOfQuestion(standalone, row.text) : null,
  };
}
