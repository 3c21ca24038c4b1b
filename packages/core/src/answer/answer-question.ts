import { costOf, type TokenPrice } from "@understudy/rag/chat/cost-of";
import { ModelFailure } from "@understudy/rag/chat/model-failure";
import { PromptOverBudget } from "@understudy/rag/write/prompt-budget";
import { withBudget } from "../budget/meter-chat.ts";
import { findGovernance, type Governing } from "../governance/find-governance.ts";
import { hiderFor } from "../governance/hide-personal.ts";
import type { Context } from "../kernel/context.ts";
import { findAcross } from "../knowledge/find-across.ts";
import { hasForbidden } from "../policy/governed.ts";
import { withDisclaimers } from "../policy/with-disclaimers.ts";
import { noteNearMiss } from "../verified-answer/note-near-miss.ts";
import type { AnswerOutcome, AnswerPiece, AnswerTrace, MadeAnswer } from "./answer.ts";
import { hidePassages } from "./hide-passages.ts";
import { giveVerified, refuse } from "./in-owners-words.ts";
import type { Question } from "./question.ts";
import { insteadOfAnswer, quote } from "./quote.ts";
import { type Found, traceOf, type Understood } from "./trace.ts";
import { understandQuestion } from "./understand-question.ts";
import { hasNoBudget, withoutBudget } from "./without-budget.ts";
import { writeWithModel } from "./write-with-model.ts";

/**
 * understand → refused? → verified? → retrieve → write → check: the owner's own answer where there is one, else
 * what the twin's sources say to a question, or its no-answer message. A model that fails before it
 * said anything, or has no room for what it would have to read, is replaced by quotation.
 */
export async function* answerQuestion(
  ctx: Context,
  asked: Question,
): AsyncGenerator<AnswerPiece, AnswerOutcome> {
  const { chat } = ctx.ports;
  const { id: twinId } = asked.twin;
  const { tenantId } = ctx.actor;
  const governing =
    asked.governing ?? (await ctx.transaction((tx) => findGovernance(tx, { tenantId, twinId })));
  const made = yield* answerUnderRules(withBudget(ctx, twinId), asked, governing);
  const { policy, tokens } = made.trace;
  const refused = !made.answered && policy !== null && hasForbidden(policy);
  return { ...made, refused, trace: { ...made.trace, cost: priceOf(tokens, chat?.price) } };
}

function priceOf(
  tokens: AnswerTrace["tokens"],
  price: TokenPrice | null | undefined,
): AnswerTrace["cost"] {
  if (!tokens || !price) return null;
  const usage = { inputTokens: tokens.input, outputTokens: tokens.output };
  return { amount: costOf(usage, price), currency: price.currency };
}

async function* answerUnderRules(
  ctx: Context,
  asked: Question,
  governing: Governing,
): AsyncGenerator<AnswerPiece, MadeAnswer> {
  const understood = await understandQuestion(ctx, asked, governing);
  const { governed, refusal, standalone } = understood;
  if (refusal) return yield* refuse(refusal, understood);
  const wordings = [asked.question, standalone];
  return yield* withDisclaimers(governed, wordings, makeAnswer(ctx, asked, understood));
}

async function* makeAnswer(
  ctx: Context,
  asked: Question,
  understood: Understood,
): AsyncGenerator<AnswerPiece, MadeAnswer> {
  const { answer, nearest } = understood.verified;
  const { guard } = understood.governed;
  const isSayable = answer !== null && guard.judge(answer, { isVouchedFor: true }) === null;
  if (isSayable) return yield* giveVerified(answer, understood);
  if (answer === null && nearest && !asked.isRehearsal) {
    await noteNearMiss(ctx, { twinId: asked.twin.id, question: understood.standalone, nearest });
  }
  const found = await find(ctx, asked, understood);
  const { chat } = ctx.ports;
  if (!chat) return yield* quote(asked, found, null);
  try {
    return yield* write(ctx, asked, found);
  } catch (error) {
    const reason = readWhy(error);
    if (!reason) throw error;
    ctx.log.warn({ reason, model: chat.model }, "the model could not write; quoting instead");
    if (hasNoBudget(ctx.actor, reason)) return yield* withoutBudget(asked, found, reason);
    return yield* quote(asked, found, reason);
  }
}

/** Why quoting can stand in; null for what is no fault of the model nor of what it was to be given. */
function readWhy(error: unknown): string | null {
  if (error instanceof ModelFailure) return error.reason;
  return error instanceof PromptOverBudget ? `answer.${error.fault}` : null;
}

async function find(ctx: Context, asked: Question, understood: Understood): Promise<Found> {
  const { id: twinId, contentRevision } = asked.twin;
  const query = understood.standalone;
  const { translations } = understood;
  const seen = { twinId, contentRevision, reach: asked.reach };
  const request = { ...seen, query, limit: ctx.ports.passagesRead, ...asked.retrieval };
  const found = await findAcross(ctx, { ...request, translations, within: asked.within });
  const timingsMs = { ...understood.timingsMs, ...found.timingsMs };
  const isSentOut = ctx.ports.chat !== null;
  const passages = hidePassages(found.passages, understood.governed, { isSentOut });
  return { ...found, ...understood, passages, timingsMs };
}

async function* write(
  ctx: Context,
  asked: Question,
  found: Found,
): AsyncGenerator<AnswerPiece, MadeAnswer> {
  const startedMs = performance.now();
  const model = ctx.ports.chat!;
  const begun = traceOf(found, { writer: "model", timingsMs: {} });
  yield { type: "begun", by: { writer: "model", model: model.model, trace: begun } };
  const { guard, rules, trace } = found.governed;
  const { requireCitations } = rules;
  const hide = hiderFor(rules, "provider");
  trace.hidden.provider.push(...hide(asked.question).found);
  const writing = { ...asked, model, guard, requireCitations, passages: found.passages };
  const end = yield* writeWithModel(ctx, writing);
  const { answered, supportedShare, failure, finishReason, usage, prompt } = end;
  trace.isUncited = requireCitations && !answered && !failure && finishReason !== "declined";
  const sent = prompt.messages.map(({ role, content }) => ({ role, content: hide(content).text }));
  if (!answered && !failure) yield { type: "replace", text: insteadOfAnswer(asked.twin, found) };
  return {
    answered,
    verified: false,
    writer: "model",
    model: end.model,
    supportedShare: answered ? supportedShare : null,
    failure: failure?.reason ?? null,
    trace: traceOf(found, {
      writer: "model",
      finish: finishReason,
      prompt: sent,
      writing: usage,
      timingsMs: { write: performance.now() - startedMs },
    }),
  };
}
