import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { messageEvents, messages } from "../tables/messages.ts";

const UNFINISHED = inArray(messages.status, ["pending", "streaming"]);

export interface KeptEvent {
  sequence: number;
  event: Record<string, unknown>;
}

/** What followers in other processes, and whoever stops an answer, have to say to the one that writes it. */
export interface AnswerWishes {
  stopRequested: boolean;
  watchedElsewhere: boolean;
}

/** Keeps what was said since the last time and the lease; undefined when the answer has ended elsewhere. */
export async function keepAnswer(
  tx: TenantTx,
  answer: {
    messageId: string;
    twinId: string;
    text: string;
    events: readonly KeptEvent[];
    leaseSeconds: number;
  },
): Promise<AnswerWishes | undefined> {
  const { messageId, twinId, text, events, leaseSeconds } = answer;
  const leaseUntil = sql`now() + make_interval(secs => ${leaseSeconds})`;
  const [row] = await on(tx)
    .update(messages)
    .set({ text, status: "streaming", leaseUntil })
    .where(and(eq(messages.id, messageId), UNFINISHED))
    .returning({
      stopRequested: sql<boolean>`${messages.stopRequestedAt} is not null`,
      watchedElsewhere: sql<boolean>`coalesce(${messages.watchedUntil} > now(), false)`,
    });
  if (!row) return undefined;
  const rows = events.map((kept) => ({ ...kept, messageId, twinId }));
  if (rows.length > 0) await on(tx).insert(messageEvents).values(rows).onConflictDoNothing();
  return row;
}

export function listMessageEvents(
  tx: TenantTx,
  { messageId, after }: { messageId: string; after: number },
): Promise<KeptEvent[]> {
  return on(tx)
    .select({ sequence: messageEvents.sequence, event: messageEvents.event })
    .from(messageEvents)
    .where(and(eq(messageEvents.messageId, messageId), gt(messageEvents.sequence, after)))
    .orderBy(asc(messageEvents.sequence));
}

/** Says, from any process, that someone follows the answer. */
export async function watchAnswer(
  tx: TenantTx,
  { messageId, seconds }: { messageId: string; seconds: number },
): Promise<void> {
  await on(tx)
    .update(messages)
    .set({ watchedUntil: sql`now() + make_interval(secs => ${seconds})` })
    .where(and(eq(messages.id, messageId), UNFINISHED));
}

/** Says, in any process, that the answer is to stop. */
export async function requestStop(tx: TenantTx, messageId: string): Promise<void> {
  await on(tx)
    .update(messages)
    .set({ stopRequestedAt: sql`coalesce(${messages.stopRequestedAt}, now())` })
    .where(and(eq(messages.id, messageId), UNFINISHED));
}

/** After an answer has ended its text says all that its events said. */
export async function deleteMessageEvents(tx: TenantTx, messageId: string): Promise<void> {
  await on(tx).delete(messageEvents).where(eq(messageEvents.messageId, messageId));
}
