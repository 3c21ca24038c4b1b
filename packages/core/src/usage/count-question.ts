import { countMessage, type MessageCount } from "@understudy/db/queries/message-counts";
import { listQuotas, type QuotaRow } from "@understudy/db/queries/quotas";
import type { TenantTx } from "@understudy/db/scope";
import type { Actor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { type Counted, listCounted } from "./counted.ts";

/**
 * In the transaction that keeps a new question, at its end: tenant, twin, key and visitor count it, or one
 * has no room for it, and then none has counted it. Exact in however many processes: who counts the same
 * waits for the other to end.
 */
export async function countQuestion(tx: TenantTx, actor: Actor, twinId: string): Promise<void> {
  const all = listCounted(actor, twinId);
  const limits = await listQuotas(
    tx,
    all.flatMap(({ limitedBy }) => limitedBy),
  );
  // Of visitors there may be many: they are counted where there is something to count for.
  const counted = all.filter((each) => each.of !== "visitor" || hasLimit(limits, each));
  const others = counted.filter(({ of }) => of !== "tenant").map(({ id }) => id);
  const counts = await countMessage(tx, { tenantId: actor.tenantId, others });
  const spent = counts.flatMap((count) => {
    const one = counted.find(({ id }) => id === count.subjectId)!;
    return isOver(limits, one, count) ? [{ ...count, of: one.of }] : [];
  });
  const [last] = spent.toSorted((a, b) => b.secondsLeft - a.secondsLeft);
  if (last) throw quotaSpent(last);
}

function hasLimit(limits: readonly QuotaRow[], { limitedBy }: Counted): boolean {
  return limits.some(
    ({ subjectId, messagesPerDay, messagesPerMonth }) =>
      limitedBy.includes(subjectId) && (messagesPerDay ?? messagesPerMonth) !== null,
  );
}

function isOver(limits: readonly QuotaRow[], { limitedBy }: Counted, count: MessageCount): boolean {
  return limits.some(({ subjectId, messagesPerDay, messagesPerMonth }) => {
    const most = count.period === "day" ? messagesPerDay : messagesPerMonth;
    return limitedBy.includes(subjectId) && most !== null && count.messages > most;
  });
}

const WHOSE: Record<Counted["of"], string> = {
  tenant: "this workspace",
  twin: "this twin",
  key: "this key",
  group: "this group",
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
