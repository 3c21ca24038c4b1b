import { judgeAnswer } from "@understudy/rag/quality/judge-answer";
import { answerQuestion } from "../answer/answer-question.ts";
import { collectAnswer } from "../answer/collect-answer.ts";
import type { Question } from "../answer/question.ts";
import { newNonce } from "../answer/write-with-model.ts";
import { withBudget } from "../budget/meter-chat.ts";
import type { Context } from "../kernel/context.ts";
import type { JudgedExpectation, TestedAnswer } from "./contract.ts";
import { judgeExpectation, type KnownNow, type SeenAnswer } from "./judge-expectation.ts";
import type { StoredExpectation, StoredTest } from "./stored-test.ts";

export interface AnsweredTest {
  detail: TestedAnswer;
  tokens: number;
}

interface TestAsking extends Pick<Question, "twin" | "within"> {
  test: StoredTest;
  known: KnownNow;
}

const LONGEST_ANSWER_MS = 90_000;
const WHY_NOT: Record<string, string> = {
  "model.over_budget": "over_budget",
  "model.unclear": "model_unclear",
};

/** Asks a test's question as a rehearsal, by the same way as in a conversation, and judges the answer. */
export async function answerTest(
  ctx: Context,
  { twin, test, known, within }: TestAsking,
): Promise<AnsweredTest> {
  const startedMs = performance.now();
  const signal = AbortSignal.any([ctx.signal, AbortSignal.timeout(LONGEST_ANSWER_MS)]);
  const asking = { question: test.question, history: [], reach: null, isRehearsal: true };
  const asked = { ...asking, twin, within };
  const { said, outcome } = await collectAnswer(answerQuestion({ ...ctx, signal }, asked));
  const { answered, verified: isVerified, writer, model, supportedShare, trace } = outcome;
  const { text, citations } = said;
  const verifiedAnswerId = isVerified ? (trace.verified?.verifiedAnswerId ?? null) : null;
  const shown = { text, citations, answered, isVerified, writer, model, supportedShare };
  const seen = { ...shown, verifiedAnswerId };
  const judging = outcome.failure
    ? skipAll(test.expectations, "answer_failed")
    : await judgeAll(withBudget(ctx, twin.id), { test, seen, known });
  return {
    detail: { ...shown, durationMs: performance.now() - startedMs, judged: judging.judged },
    tokens: judging.tokens + (trace.tokens ? trace.tokens.input + trace.tokens.output : 0),
  };
}

/** Where there is no answer to judge. */
export function skipAll(
  expectations: readonly StoredExpectation[],
  because: string,
): { judged: JudgedExpectation[]; tokens: number } {
  const verdict = "skipped" as const;
  return {
    judged: expectations.map((expectation) => ({ expectation, verdict, because })),
    tokens: 0,
  };
}

async function judgeAll(
  ctx: Context,
  { test, seen, known }: { test: StoredTest; seen: SeenAnswer; known: KnownNow },
): Promise<{ judged: JudgedExpectation[]; tokens: number }> {
  const judged: JudgedExpectation[] = [];
  let tokens = 0;
  for (const expectation of test.expectations) {
    const judgement = judgeExpectation(expectation, seen, known);
    if (judgement) judged.push({ expectation, ...judgement });
    else if (expectation.kind === "judged") {
      const { demand } = expectation;
      const byModel = await judgeByModel(ctx, { question: test.question, seen, demand });
      judged.push({ expectation, ...byModel.judgement });
      tokens += byModel.tokens;
    }
  }
  return { judged, tokens };
}

async function judgeByModel(
  { ports, signal, correlationId }: Context,
  { question, seen, demand }: { question: string; seen: SeenAnswer; demand: string },
): Promise<{ judgement: Omit<JudgedExpectation, "expectation">; tokens: number }> {
  const none = (because: string, tokens = 0) =>
    ({ judgement: { verdict: "skipped", because }, tokens }) as const;
  if (!ports.chat) return none("no_model");
  const judging = { model: ports.chat, question, answer: seen.text, demand, nonce: newNonce() };
  const { holds, remark, failure, usage } = await judgeAnswer(judging, { signal, correlationId });
  const tokens = usage ? usage.inputTokens + usage.outputTokens : 0;
  if (holds === null) return none(WHY_NOT[failure ?? ""] ?? "model_failed", tokens);
  const verdict = holds ? "passed" : "failed";
  return { judgement: { verdict, because: holds ? null : "model_declined", remark }, tokens };
}
