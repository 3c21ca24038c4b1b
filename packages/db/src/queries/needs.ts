import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { one } from "./one.ts";

/** How many of a kind wait for the twin's owner, and the first of them. */
export interface Waiting {
  count: number;
  example: string | null;
  subjectId: string | null;
}

interface Sought {
  id: SQL;
  name: SQL;
  from: SQL;
  order: SQL;
}

async function waiting(tx: TenantTx, { id, name, from, order }: Sought): Promise<Waiting> {
  const rows = await rowsOf<Waiting>(
    tx,
    sql`
      select count(*)::int as count, (array_agg(${name} order by ${order}))[1] as example,
        (array_agg(${id} order by ${order}))[1] as "subjectId"
      from ${from}`,
  );
  return one(rows);
}

export const countFailedSources = (tx: TenantTx, twinId: string) =>
  waiting(tx, {
    ...{ id: sql`s.id`, name: sql`s.title`, order: sql`s.created_at desc` },
    from: sql`sources s where s.twin_id = ${twinId} and s.deleted_at is null and s.status = 'failed'`,
  });

/** Those that hold no longer, since their source changed. */
export const countUnfitCorrections = (tx: TenantTx, twinId: string) =>
  waiting(tx, {
    ...{ id: sql`s.id`, name: sql`s.title`, order: sql`o.created_at desc` },
    from: sql`chunk_overlays o join sources s on s.id = o.source_id
      where o.twin_id = ${twinId} and o.status <> 'applied' and s.deleted_at is null`,
  });

/** Verified answers that a change of a source bears on. */
export const countShakenAnswers = (tx: TenantTx, twinId: string) =>
  waiting(tx, {
    ...{ id: sql`q.id`, name: sql`q.question`, order: sql`i.created_at desc` },
    from: sql`source_impacts i join verified_qna q on q.id = i.verified_qna_id
      join sources s on s.id = i.source_id
      where i.twin_id = ${twinId} and i.looked_at is null and s.deleted_at is null`,
  });

export const countReviewsDue = (tx: TenantTx, twinId: string) =>
  waiting(tx, {
    ...{ id: sql`q.id`, name: sql`q.question`, order: sql`q.review_by` },
    from: sql`verified_qna q where q.twin_id = ${twinId} and q.review_by <= now()`,
  });

/** Questions that were not answered well, each once however often and by whomever it was asked. */
export const countOpenQuestions = (tx: TenantTx, twinId: string) =>
  waiting(tx, {
    ...{ id: sql`c.id`, name: sql`c.title`, order: sql`c.rank desc` },
    from: sql`question_clusters c
      where c.twin_id = ${twinId} and c.status = 'open' and c.merged_into_id is null`,
  });

export interface TaughtSince {
  sources: number;
  verifiedAnswers: number;
  corrections: number;
}

/** What the owner did for the twin since a time. */
export async function countTaughtSince(
  tx: TenantTx,
  { twinId, since }: { twinId: string; since: string },
): Promise<TaughtSince> {
  const rows = await rowsOf<TaughtSince>(
    tx,
    sql`
      select
        (select count(*) from sources where twin_id = ${twinId} and deleted_at is null and status = 'live'
          and kind not in ('qna', 'belief') and created_at >= ${since}::timestamptz)::int as sources,
        (select count(*) from verified_qna where twin_id = ${twinId}
          and created_at >= ${since}::timestamptz)::int as "verifiedAnswers",
        (select count(*) from user_events where twin_id = ${twinId} and kind = 'answer_corrected'
          and not is_hidden and created_at >= ${since}::timestamptz)::int as corrections`,
  );
  return one(rows);
}
