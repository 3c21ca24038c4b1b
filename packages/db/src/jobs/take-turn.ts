import { sql } from "drizzle-orm";
import { type DrizzleTransactionLike, fromDrizzle, type PgBoss } from "pg-boss";
import type { Database } from "../database.ts";
import { on } from "../engine/on.ts";
import { type ClaimedJob, claimJobs, succeedJobs } from "../queries/job-attempts.ts";
import { becomeTenant, type DispatchTx, inDispatch, inTenant, type TenantTx } from "../scope.ts";
import { beginDue } from "./begin-due.ts";
import { DUE_BATCH, markDue } from "./due-jobs.ts";
import { numberTurns } from "./number-turns.ts";
import { type DeliveredJob, type Delivery, groupOf, QUEUE, READY_CHANNEL } from "./queue-name.ts";

export interface Turn {
  /** Attempts that went well. */
  ended: readonly ClaimedJob[];
  /** Fetched earlier, and to begin now. */
  held: readonly Delivery[];
  /** What fell due begins now or is handed to pg-boss. */
  isDue: boolean;
  /** How many more there is room for; */
  begin: number;
  /** how many are fetched beside them, to be held; */
  ahead: number;
  /** and the groups of which none may begin. */
  ignoreGroups: string[];
}

export interface Taken {
  /** What pg-boss gave out to begin now. */
  arrived: Delivery[];
  ahead: Delivery[];
  /** What begins, unless someone else took it, ended it or is changing it. */
  claimed: ClaimedJob[];
  /** Some that fell due wait still. */
  isMoreDue: boolean;
  /** Some were handed to pg-boss. */
  hasSent: boolean;
  /** Nothing fell due, and nothing waits with pg-boss for those whose turn it was. */
  isEmpty: boolean;
}

/**
 * Ends what went well, sends what is due, fetches and claims, in one transaction: each more would be
 * three round trips for every job. What falls due and finds a slot begins without a way through pg-boss,
 * as nothing waits there while slots are free. `onClaim` hears of each that is claimed before that is
 * committed: when the answer to the commit is lost, nothing else tells.
 */
export async function takeTurn(
  db: Database,
  boss: PgBoss,
  turn: Turn,
  onClaim: (jobId: string) => void,
): Promise<Taken> {
  if (isAlone(turn)) {
    const claimed = await beginDue(db, turn.begin, onClaim);
    const isMoreDue = claimed.length === turn.begin;
    if (claimed.length > 0) return { ...nothingFetched, claimed, isMoreDue };
  }
  const tenantId = onlyTenantOf(turn);
  if (tenantId && !turn.isDue && turn.begin === 0) {
    const begin = turn.held.map(jobOf);
    for (const { id } of begin) onClaim(id);
    return inTenant(db, { tenantId }, async (tx) => ({
      ...nothingFetched,
      claimed: await settleOne(tx, { ...turn, begin }),
    }));
  }
  return inDispatch(db, async (tx) => {
    const due = turn.isDue ? await markDue(tx) : [];
    const now = due.filter((job) => !turn.ignoreGroups.includes(groupOf(job))).slice(0, turn.begin);
    const later = due.filter((job) => !now.includes(job));
    await send(tx, boss, later);
    const fetched = now.length === 0 ? await fetch(tx, boss, turn) : [];
    if (later.length > fetched.length) await tellOthers(tx);
    const arrived = fetched.slice(0, turn.begin);
    const begin = [...turn.held.map(jobOf), ...now, ...arrived.map(jobOf)];
    for (const { id } of begin) onClaim(id);
    return {
      arrived,
      ahead: fetched.slice(turn.begin),
      claimed: await settle(tx, { ended: turn.ended, begin }),
      isMoreDue: due.length === DUE_BATCH,
      hasSent: later.length > 0,
      isEmpty: due.length + fetched.length === 0,
    };
  });
}

/** Due work met free slots, and there is nothing else to settle with it. */
const isAlone = ({ isDue, begin, ended, held, ignoreGroups }: Turn) =>
  isDue && begin > 0 && ended.length + held.length + ignoreGroups.length === 0;

const nothingFetched = {
  arrived: [],
  ahead: [],
  isMoreDue: false,
  hasSent: false,
  isEmpty: false,
};

const jobOf = ({ data }: Delivery): DeliveredJob => data;

function onlyTenantOf({ ended, held }: Turn): string | undefined {
  const tenants = new Set([...ended, ...held.map(({ data }) => data)].map((job) => job.tenantId));
  return tenants.size === 1 ? [...tenants][0] : undefined;
}

async function send(tx: DispatchTx, boss: PgBoss, due: readonly DeliveredJob[]): Promise<void> {
  if (due.length === 0) return;
  const turns = await numberTurns(tx, due);
  const messages = due.map((job, i) => ({
    data: job,
    priority: -turns[i]!,
    singletonKey: job.id,
    group: { id: groupOf(job) },
  }));
  await boss.insert(QUEUE, messages, { db: queueOn(tx) });
}

async function fetch(
  tx: DispatchTx,
  boss: PgBoss,
  { begin, ahead, ignoreGroups }: Turn,
): Promise<Delivery[]> {
  const batchSize = begin + ahead;
  if (batchSize === 0) return [];
  return boss.fetch<DeliveredJob>(QUEUE, { batchSize, ignoreGroups, db: queueOn(tx) });
}

const queueOn = (tx: DispatchTx) => fromDrizzle(on(tx) as DrizzleTransactionLike, sql);

const tellOthers = (tx: DispatchTx) => on(tx).execute(sql`select pg_notify(${READY_CHANNEL}, '')`);

interface Settled {
  ended: readonly ClaimedJob[];
  begin: readonly DeliveredJob[];
}

/** The last thing the transaction does, as each of the tenants in turn. */
async function settle(tx: DispatchTx, { ended, begin }: Settled): Promise<ClaimedJob[]> {
  const endedOf = Map.groupBy(ended, ({ tenantId }) => tenantId);
  const beginOf = Map.groupBy(begin, (job) => job.tenantId);
  const claimed: ClaimedJob[] = [];
  for (const tenantId of new Set([...endedOf.keys(), ...beginOf.keys()])) {
    const own = { ended: endedOf.get(tenantId) ?? [], begin: beginOf.get(tenantId) ?? [] };
    const rows = await becomeTenant(tx, tenantId, (tenantTx) => settleOne(tenantTx, own));
    claimed.push(...rows);
  }
  return claimed;
}

async function settleOne(tx: TenantTx, { ended, begin }: Settled): Promise<ClaimedJob[]> {
  const jobIds = begin.map(({ id }) => id);
  const [claimed] = await Promise.all([claimJobs(tx, jobIds), succeedJobs(tx, ended)]);
  return claimed;
}
