import { isUniqueViolation } from "@understudy/db/errors";
import { insertViolations } from "@understudy/db/queries/governance";
import { listHistory } from "@understudy/db/queries/history";
import {
  type EarlierExchange,
  findExchange,
  insertExchange,
} from "@understudy/db/queries/messages";
import type { Reach } from "@understudy/db/queries/reach";
import type { TenantTx } from "@understudy/db/scope";
import type { Turn } from "@understudy/rag/write/build-prompt";
import { countInGroups } from "../access-group/count-in-groups.ts";
import { findReachAs } from "../access-group/find-reach.ts";
import { type SpokenTwin, speakingTo } from "../access-group/overrides.ts";
import { findGovernance, type Governing } from "../governance/find-governance.ts";
import { hiderFor } from "../governance/hide-personal.ts";
import { violationsOf } from "../governance/violations-of.ts";
import { otherInput } from "../idempotency/refusals.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { type AnsweringTwin, requireAnsweringTwin } from "../release/answering-twin.ts";
import { countQuestion } from "../usage/count-question.ts";
import { recordQuestion } from "../user-event/record-question.ts";
import { countInLink } from "../visitor/admit-question.ts";

export interface Ask {
  conversationId: string;
  /** Whom the caller means to ask: a conversation with another twin is none of theirs. */
  twinId?: string;
  message: string;
  /** The same key with the same words gives the same answer again, and asks nothing twice. */
  idempotencyKey?: string;
  /** Of whoever asks, the most wanted first. */
  languages?: readonly string[];
  /** What was asked before, oldest first, where the caller keeps the conversation instead of this one. */
  askedBefore?: readonly string[];
}

/** A question and its answer, both stored; not new when this question was asked before. */
export interface Exchange {
  /** With the character that answers: of the draft, or of a release, as it speaks to whoever asks. */
  twin: SpokenTwin;
  reach: Reach | null;
  governing: Governing;
  question: string;
  languages?: readonly string[];
  /** The earlier turns of the conversation, oldest first. */
  history: Turn[];
  answerId: string;
  channel: AnsweringTwin["channel"];
  isNew: boolean;
}

/** The same question sent twice, even at the same time, is one exchange. */
export async function openExchange(ctx: Context, ask: Ask): Promise<Exchange> {
  try {
    return await findOrInsert(ctx, ask);
  } catch (error) {
    if (!isUniqueViolation(error, "messages_idempotency_unique")) throw error;
    return findOrInsert(ctx, ask);
  }
}

function findOrInsert(ctx: Context, ask: Ask): Promise<Exchange> {
  const { conversationId, idempotencyKey, languages, askedBefore } = ask;
  return ctx.transaction(async (tx) => {
    const [{ groupOverrides, ...answering }, earlier] = await Promise.all([
      requireAnsweringTwin(tx, conversationId),
      idempotencyKey ? findExchange(tx, { conversationId, idempotencyKey }) : undefined,
    ]);
    const { releaseId, visitorId, channel } = answering;
    if (ask.twinId && ask.twinId !== answering.twin.id) throw notFound("conversation");
    if (visitorId !== null && ctx.actor.kind !== "visitor") throw notTheirs();
    const asked = { twinId: answering.twin.id, accessGroupIds: answering.accessGroupIds };
    const reach = await findReachAs(tx, ctx.actor, asked);
    const twin = speakingTo(answering.twin, reach?.groupIds ?? [], groupOverrides);
    const { tenantId } = ctx.actor;
    const [governing, kept] = await Promise.all([
      findGovernance(tx, { tenantId, twinId: twin.id }),
      earlier || askedBefore ? [] : readHistory(tx, conversationId, reach),
    ]);
    const hide = hiderFor(governing.rules, "storage");
    const { text: message, found } = hide(ask.message);
    const history = askedBefore?.map((text) => visitorTurn(hide(text).text)) ?? kept;
    const spoken = { twin, channel, reach, governing };
    if (earlier) return { ...spoken, ...again(message, earlier), history, isNew: false };
    const as = { releaseId, accessGroupIds: reach && [...reach.groupIds] };
    const inserted = await insertExchange(tx, { ...ask, ...as, message, twinId: twin.id });
    const { questionId: messageId, answerId } = inserted;
    const place = { twinId: twin.id, conversationId, messageId };
    await insertViolations(tx, violationsOf("redacted_stored", found, place));
    await recordQuestion(tx, { actor: ctx.actor, conversationId, messageId, message, ...as });
    // Last, and the tenant's counter last of all: others who ask wait for it until this is committed.
    if (reach) await countFor(ctx, tx, reach);
    await countQuestion(tx, ctx.actor, twin.id);
    return { ...spoken, question: message, languages, history, answerId, isNew: true };
  });
}

async function countFor({ actor }: Context, tx: TenantTx, { groupIds }: Reach): Promise<void> {
  if (actor.kind === "visitor") {
    await countInLink(tx, actor);
    await countInGroups(tx, { groupIds, subjectId: actor.personId });
  }
  if (actor.kind === "api_key") await countInGroups(tx, { groupIds, subjectId: actor.apiKeyId });
}

/** Nobody speaks in a visitor's name. */
function notTheirs(): DomainError {
  return new DomainError(
    "forbidden",
    "conversation.of_visitor",
    "Only its visitor goes on with this conversation.",
  );
}

function again(message: string, { question, answer }: EarlierExchange) {
  if (question.text === message) return { question: message, answerId: answer.id };
  throw otherInput();
}

const TURNS_READ = 20;

const visitorTurn = (text: string): Turn => ({ role: "visitor", text });

async function readHistory(
  tx: TenantTx,
  conversationId: string,
  reach: Reach | null,
): Promise<Turn[]> {
  const turns = await listHistory(tx, { conversationId, limit: TURNS_READ, reach });
  return turns.map(({ role, text }) =>
    role === "user" ? visitorTurn(text) : { role: "twin", text },
  );
}
