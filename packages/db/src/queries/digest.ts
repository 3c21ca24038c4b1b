import { sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";

export interface TwinWeek {
  twinId: string;
  name: string;
  /** Of the last seven days; `Before`: of the seven before. What the owner's own people asked is not counted. */
  questions: number;
  questionsBefore: number;
  conversations: number;
  visitors: number;
  answered: number;
  answeredBefore: number;
  unanswered: number;
  disliked: number;
  leads: number;
  /** As it stands now. */
  failedSources: number;
  staleSources: number;
  /** New within the week. */
  verifiedAnswers: number;
  corrections: number;
  liveSources: number;
  releases: number;
}

/** What happened to each twin within a week, those with most questions first. */
export function listTwinWeeks(tx: TenantTx): Promise<TwinWeek[]> {
  const ofWeek = (table: string) => sql`${sql.raw(table)}.created_at >= now() - interval '7 days'`;
  const counted = (table: string, more = sql`true`) =>
    sql`(select count(*)::int from ${sql.raw(table)} own where own.twin_id = t.id and ${more})`;
  return rowsOf(
    tx,
    sql`
      select t.id as "twinId", t.name, week.*,
        ${counted("sources", sql`own.status = 'failed' and own.deleted_at is null`)} as "failedSources",
        ${counted("content_findings", sql`own.kind = 'stale' and own.status = 'open'`)} as "staleSources",
        ${counted("verified_qna", ofWeek("own"))} as "verifiedAnswers",
        ${counted("answer_corrections", ofWeek("own"))} as corrections,
        ${counted(
          "sources",
          sql`own.status = 'live' and own.deleted_at is null and own.parent_id is null
          and own.kind <> 'belief' and ${ofWeek("own")}`,
        )} as "liveSources",
        ${counted("releases", ofWeek("own"))} as releases
      from twins t
      cross join lateral (
        select
          count(*) filter (where e.kind = 'question_asked' and ${ofWeek("e")})::int as questions,
          count(*) filter (where e.kind = 'question_asked' and not ${ofWeek("e")})::int as "questionsBefore",
          count(distinct e.conversation_id) filter (where e.kind = 'question_asked' and ${ofWeek("e")})::int as conversations,
          count(distinct e.visitor_id) filter (where e.kind = 'question_asked' and ${ofWeek("e")})::int as visitors,
          count(*) filter (where e.outcome in ('answered', 'verified') and e.kind = 'answer_ended' and ${ofWeek("e")})::int as answered,
          count(*) filter (where e.outcome in ('answered', 'verified') and e.kind = 'answer_ended' and not ${ofWeek("e")})::int as "answeredBefore",
          count(*) filter (where e.outcome = 'unsupported' and e.kind = 'answer_ended' and ${ofWeek("e")})::int as unanswered,
          count(*) filter (where e.kind = 'feedback_given' and e.rating = 'down' and ${ofWeek("e")})::int as disliked,
          count(*) filter (where e.kind = 'lead_given' and ${ofWeek("e")})::int as leads
        from user_events e
        where e.twin_id = t.id and not e.is_hidden and e.channel <> 'studio'
          and e.kind in ('question_asked', 'answer_ended', 'feedback_given', 'lead_given')
          and e.created_at >= now() - interval '14 days'
      ) week
      where t.deleted_at is null and t.archived_at is null
      order by week.questions desc, t.name, t.id`,
  );
}
