import { and, eq, getTableColumns, inArray, or, sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { visitors } from "../tables/visitors.ts";
import type { PersonRow } from "./list-visitors.ts";
import { indexVisitors } from "./visitor-words.ts";

const { tenantId: _tenantId, resumeHash: _resumeHash, ...shown } = getTableColumns(visitors);

/** The first record of whoever this record is of. */
export async function findPersonOf(
  tx: TenantTx,
  visitorId: string,
): Promise<PersonRow | undefined> {
  const first = sql`(select coalesce(v.merged_into_id, v.id) from visitors v where v.id = ${visitorId}::uuid)`;
  const [row] = await on(tx).select(shown).from(visitors).where(sql`${visitors.id} = ${first}`);
  return row;
}

/** Of those of these ids that are first records. */
export async function listPersonNames(
  tx: TenantTx,
  visitorIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const { id, name, email } = visitors;
  const rows = await on(tx)
    .select({ id, name, email })
    .from(visitors)
    .where(inArray(id, [...visitorIds]))
    .orderBy(id);
  return rows.map((row) => ({ id: row.id, name: row.name ?? row.email ?? "" }));
}

/** Those of these first records that are the twin's; nobody else changes them until the transaction ends. */
export function lockPeople(
  tx: TenantTx,
  { twinId, visitorIds }: { twinId: string; visitorIds: readonly string[] },
): Promise<PersonRow[]> {
  return on(tx)
    .select(shown)
    .from(visitors)
    .where(and(eq(visitors.twinId, twinId), inArray(visitors.id, [...visitorIds])))
    .orderBy(visitors.id)
    .for("update");
}

export interface PersonChanges {
  name?: string | null;
  tags?: string[] | null;
  note?: string;
}

export async function updatePerson(
  tx: TenantTx,
  visitorId: string,
  changes: PersonChanges,
): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await on(tx).update(visitors).set(changes).where(eq(visitors.id, visitorId));
  if (changes.name !== undefined) await indexVisitors(tx, [visitorId]);
}

/** In every browser of theirs; visits that are under way end with the next look at them. */
export async function blockPeople(
  tx: TenantTx,
  { visitorIds, reason }: { visitorIds: readonly string[]; reason: string | null },
): Promise<void> {
  const ids = [...visitorIds];
  await on(tx)
    .update(visitors)
    .set({ blockedAt: reason === null ? null : sql`now()`, blockedReason: reason })
    .where(or(inArray(visitors.id, ids), inArray(visitors.mergedIntoId, ids)));
}

/**
 * In a visitor's transaction, what is done here sees the twin's other visitors as well: a browser is joined
 * to the person who proved to hold it.
 */
export async function amongVisitors<Result>(
  tx: TenantTx,
  work: () => Promise<Result>,
): Promise<Result> {
  const [own] = await rowsOf<{ visitorId: string | null }>(
    tx,
    sql`select current_setting('app.visitor_id', true) as "visitorId"`,
  );
  const become = (visitorId: string) =>
    on(tx).execute(sql`select set_config('app.visitor_id', ${visitorId}, true)`);
  await become("");
  const result = await work();
  await become(own?.visitorId ?? "");
  return result;
}

/** One at a time prove to be the same person. */
export async function lockPerson(tx: TenantTx, twinId: string, subject: string): Promise<void> {
  await on(tx).execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`person ${twinId} ${subject}`}, 0))`,
  );
}

export interface Proved {
  twinId: string;
  /** As the customer's server calls them, or the address that was proved. */
  subject: string;
  email: string | null;
}

/**
 * The first record of someone who has proved to be this one: by an earlier proof, or that of an import which
 * nobody has proved to be yet. An equal name, or an address that was only said, is nobody's.
 */
export async function findPerson(
  tx: TenantTx,
  { twinId, subject, email }: Proved,
): Promise<PersonRow | undefined> {
  const isImported = sql`${visitors.source} = 'import' and ${visitors.verifiedSubject} is null
    and (${visitors.externalId} = ${subject} or lower(${visitors.email}) = lower(${email}::text))`;
  const [row] = await on(tx)
    .select(shown)
    .from(visitors)
    .where(
      and(
        eq(visitors.twinId, twinId),
        sql`${visitors.mergedIntoId} is null`,
        or(eq(visitors.verifiedSubject, subject), isImported),
      ),
    )
    .orderBy(sql`${visitors.verifiedSubject} is null`, visitors.createdAt, visitors.id)
    .limit(1);
  return row;
}

/** From now on a record is one of that person's, with all that was joined to it; what it may read stays its own. */
export async function joinPerson(
  tx: TenantTx,
  { visitorId, personId }: { visitorId: string; personId: string },
): Promise<void> {
  await on(tx).execute(sql`
    update visitors p set
      question_count = p.question_count + v.question_count,
      last_seen_at = greatest(p.last_seen_at, v.last_seen_at),
      created_at = least(p.created_at, v.created_at),
      tags = (select array_agg(distinct tag) from unnest(p.tags || v.tags) tag),
      note = concat_ws(E'\\n', nullif(p.note, ''), nullif(v.note, ''))
    from visitors v where p.id = ${personId}::uuid and v.id = ${visitorId}::uuid`);
  await on(tx).execute(sql`
    update visitors set merged_into_id = ${personId}::uuid
    where id = ${visitorId}::uuid or merged_into_id = ${visitorId}::uuid`);
  await on(tx).execute(sql`
    insert into group_memberships (twin_id, group_id, kind, value)
    select twin_id, group_id, kind, ${personId} from group_memberships
    where kind = 'visitor' and value = ${visitorId}
    on conflict do nothing`);
  await on(tx).execute(sql`
    delete from group_memberships where kind = 'visitor' and value = ${visitorId}`);
}

/** A record is nobody else's any more; where it was the first of several, the next one is the first. */
export async function leavePerson(tx: TenantTx, visitorId: string): Promise<void> {
  const own = sql`(select count(*)::int from user_events e
    where e.visitor_id = ${visitorId}::uuid and e.kind = 'question_asked' and not e.is_hidden)`;
  const [{ next } = { next: null }] = await rowsOf<{ next: string | null }>(
    tx,
    sql`select id as next from visitors where merged_into_id = ${visitorId}::uuid order by created_at, id limit 1`,
  );
  await on(tx)
    .update(visitors)
    .set({ verifiedSubject: null, verifiedAt: null })
    .where(eq(visitors.id, visitorId));
  if (next) {
    await on(tx).execute(sql`
      update visitors set merged_into_id = null,
        question_count = (select question_count from visitors where id = ${visitorId}::uuid) - ${own}
      where id = ${next}::uuid`);
    await on(tx).execute(sql`
      update visitors set merged_into_id = ${next}::uuid where merged_into_id = ${visitorId}::uuid`);
  }
  await on(tx).execute(sql`
    update visitors p set question_count = p.question_count - ${own}
    from visitors v where v.id = ${visitorId}::uuid and p.id = v.merged_into_id`);
  await on(tx).execute(sql`
    update visitors set merged_into_id = null, question_count = ${own} where id = ${visitorId}::uuid`);
}

/** Whether an address is that of somebody of the twin's who is blocked. */
export async function isBlockedAddress(
  tx: TenantTx,
  { twinId, email }: { twinId: string; email: string },
): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`select from visitors where twin_id = ${twinId}::uuid and lower(email) = lower(${email})
        and blocked_at is not null limit 1`,
  );
  return rows.length > 0;
}

/** Each of these records and those joined to them, by the first. */
export async function listRecordsOf(tx: TenantTx, visitorId: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select id from visitors where id = ${visitorId}::uuid or merged_into_id = ${visitorId}::uuid`,
  );
  return rows.map(({ id }) => id);
}
