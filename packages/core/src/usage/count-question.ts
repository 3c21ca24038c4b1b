import {
  countMessage,
  EACH_KEY,
  EACH_VISITOR,
  type LimitRow,
  listLimits,
  type MessageCount,
} from "@understudy/db/queries/limits";
import type { TenantTx } from "@understudy/db/scope";
import type { Actor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/domain-error.ts";

interface Counted {
  id: string;
  of: "tenant" | "twin" | "key" | "visitor";
  /** Whose limits hold: its own, and those of each like it. */
  limitedBy: readonly string[];
}

/**
 * In the transaction that keeps a new question, at its end: tenant, twin, key and visitor count it, or one
 * has no room for it, and then none has counted it. Exact in however many processes: who counts the same
 * waits for the other to end.
 */
export async function countQuestion(tx: TenantTx, actor: Actor, twinId: string): Promise<void> {
  const all = listCounted(actor, twinId);
  const limits = await listLimits(tx, [...new Set(all.flatMap(({ limitedBy }) => limitedBy))]);
  // Of visitors there may be many: they are counted where there is something to count for.
  const counted = all.filter((each) => each.of !== "visitor" || hasLimit(limits, each));
  const others = counted.filter(({ of }) => of !== "tenant").map(({ id }) => id);
  const counts = await countMessage(tx, [...others.sort(), actor.tenantId]);
  const spent = counts.flatMap((count) => {
    const one = counted.find(({ id }) => id === count.subjectId)!;
    return isOver(limits, one, count) ? [{ ...count, of: one.of }] : [];
  });
  const [last] = spent.toSorted((a, b) => b.secondsLeft - a.secondsLeft);
  if (last) throw quotaSpent(last);
}

function listCounted(actor: Actor, twinId: string): Counted[] {
  const key = actor.kind === "api_key" || actor.kind === "visitor" ? actor.apiKeyId : null;
  return [
    ...(actor.kind === "visitor"
      ? [{ id: actor.visitorId, of: "visitor", limitedBy: [EACH_VISITOR] } as const]
      : []),
    ...(key ? [{ id: key, of: "key", limitedBy: [key, EACH_KEY] } as const] : []),
    { id: twinId, of: "twin", limitedBy: [twinId] },
    { id: actor.tenantId, of: "tenant", limitedBy: [actor.tenantId] },
  ];
}

function hasLimit(limits: readonly LimitRow[], { limitedBy }: Counted): boolean {
  return limits.some(
    ({ subjectId, messagesPerDay, messagesPerMonth }) =>
      limitedBy.includes(subjectId) && (messagesPerDay ?? messagesPerMonth) !== null,
  );
}

function isOver(limits: readonly LimitRow[], { limitedBy }: Counted, count: MessageCount): boolean {
  return limits.some(({ subjectId, messagesPerDay, messagesPerMonth }) => {
    const most = count.period === "day" ? messagesPerDay : messagesPerMonth;
    return limitedBy.includes(subjectId) && most !== null && count.messages > most;
  });
}

const WHOSE: Record<Counted["of"], string> = {
  tenant: "this workspace",
  twin: "this twin",
  key: "this key",
  visitor: "one visitor",
};

function quotaSpent({ of, period, secondsLeft }: MessageCount & Pick<Counted, "of">): DomainError {
  const retryAfterSeconds = Math.max(1, secondsLeft);
  const resetsAt = new Date(Date.now() + retryAfterSeconds * 1_000).toISOString();
  return new DomainError(
    "limit_exceeded",
    `quota.messages_of_${of}`,
    `As much has been asked as ${WHOSE[of]} may in a ${period}. It counts anew at ${resetsAt}.`,
    { retryAfterSeconds },
  );
}
