import { randomBytes } from "node:crypto";
import type { ChatModel } from "@understudy/rag/chat/chat-model";
import type { SpeechGuard } from "@understudy/rag/policy/guard-speech";
import type { WrittenSentence } from "@understudy/rag/write/answer-draft";
import type { Turn } from "@understudy/rag/write/build-prompt";
import { PROMPT_BUDGET } from "@understudy/rag/write/prompt-budget";
import { type WrittenEnd, writeAnswer } from "@understudy/rag/write/write-answer";
import type { SpokenTwin } from "../access-group/overrides.ts";
import type { Context } from "../kernel/context.ts";
import type { FoundPassage } from "../knowledge/find-passages.ts";
import type { Boundaries } from "../policy/contract.ts";
import { readBoundaries } from "../policy/read-boundaries.ts";
import type { AnswerPiece } from "./answer.ts";
import { citePassage } from "./cite-passage.ts";

export interface Writing {
  model: ChatModel;
  guard: SpeechGuard;
  twin: SpokenTwin;
  question: string;
  history: readonly Turn[];
  passages: readonly FoundPassage[];
  /** Whatever the twin says of unsupported sentences. */
  requireCitations: boolean;
}

/**
 * The answer as a model writes it, each sentence checked before it is said. Throws a ModelFailure
 * while nothing was said, and a PromptOverBudget.
 */
export async function* writeWithModel(
  ctx: Context,
  { model, guard, twin, question, history, passages, requireCitations }: Writing,
): AsyncGenerator<AnswerPiece, WrittenEnd> {
  const boundaries = readBoundaries(twin);
  const wanted =
    boundaries.unsupportedSentences ?? (twin.strictness === "strict" ? "withhold" : "mark");
  const policy = requireCitations ? "withhold" : wanted;
  const input = {
    model,
    guard,
    question,
    history,
    passages: passages.map((passage) => ({ ...passage, title: passage.sourceTitle })),
    character: { ...twin, avoid: listAvoided([boundaries, ...(twin.groupBoundaries ?? [])]) },
    policy: policy === "withhold" ? policy : "mark",
    needsCitations: requireCitations,
    nonce: newNonce(),
    budget: PROMPT_BUDGET,
  } as const;
  const { signal, correlationId } = ctx;
  for await (const event of writeAnswer(input, { signal, correlationId })) {
    if (event.type === "end") return event;
    yield* say(event, { passages, marks: policy === "mark" });
  }
  throw new Error("The writer ended without saying how.");
}

function* say(
  { text, status, evidence, answerSpan }: WrittenSentence,
  { passages, marks }: { passages: readonly FoundPassage[]; marks: boolean },
): Generator<AnswerPiece> {
  yield { type: "text", text };
  if (status === "unsupported" && marks) yield { type: "unsupported", span: answerSpan };
  for (const { passage, ...span } of evidence) {
    yield { type: "citation", citation: citePassage(passages[passage]!, span, answerSpan) };
  }
}

type Avoided = Pick<Boundaries, "refusedTopics" | "blockedPhrases">;

function listAvoided(rules: readonly Avoided[]) {
  return {
    topics: rules.flatMap(({ refusedTopics }) => refusedTopics.map(({ name }) => name)),
    phrases: rules.flatMap(({ blockedPhrases }) => blockedPhrases.map(({ phrase }) => phrase)),
  };
}

/** Parts what instructs from what is material; new for each prompt, so that no document can know it. */
export function newNonce(): string {
  return randomBytes(9).toString("base64url").replace(/[-_]/g, "x");
}
