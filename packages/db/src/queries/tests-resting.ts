import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { shownText } from "./shown-passage.ts";

export interface RestingTest {
  id: string;
  question: string;
}

/** More are told of by the next look, when these are seen to. */
const MOST_TOLD = 50;

/** What each test was answered last. */
const lastAnswered = sql`
  left join lateral (
    select quality_results.detail
    from quality_results
    where quality_results.test_id = quality_tests.id and quality_results.side = 'tested'
    order by quality_results.created_at desc, quality_results.id desc
    limit 1
  ) last on true`;

/** Quality tests that rest on what a sync took away: by what they demand, or by what they were answered last. */
export function listTestsOnSync(tx: TenantTx, syncId: string): Promise<RestingTest[]> {
  return listResting(
    tx,
    sql`
      select source_syncs.source_id, sources.parent_id, sources.twin_id, sync_passages.text
      from source_syncs
      join sources on sources.id = source_syncs.source_id
      join sync_passages on sync_passages.sync_id = source_syncs.id
        and sync_passages.change = 'removed'
      where source_syncs.id = ${syncId}::uuid`,
  );
}

/** The same of a passage, as it answers. */
export function listTestsOnPassage(tx: TenantTx, chunkId: string): Promise<RestingTest[]> {
  return listResting(
    tx,
    sql`
      select source_versions.source_id, sources.parent_id, sources.twin_id, ${shownText} as text
      from chunks
      join source_versions on source_versions.id = chunks.source_version_id
      join sources on sources.id = source_versions.source_id
      where chunks.id = ${chunkId}::uuid`,
  );
}

/** Those that a verified answer is demanded by, or was given to last. */
export function listTestsOnVerified(
  tx: TenantTx,
  verifiedAnswerId: string,
): Promise<RestingTest[]> {
  return rowsOf<RestingTest & Record<string, unknown>>(
    tx,
    sql`
      select quality_tests.id, quality_tests.question
      from verified_qna
      join quality_tests on quality_tests.twin_id = verified_qna.twin_id
      ${lastAnswered}
      where verified_qna.id = ${verifiedAnswerId}::uuid
        and (quality_tests.expectations @> ${JSON.stringify([{ verifiedAnswerId }])}::jsonb
          or (last.detail ->> 'isVerified' = 'true' and last.detail ->> 'text' = verified_qna.answer))
      order by quality_tests.created_at, quality_tests.id
      limit ${MOST_TOLD}`,
  );
}

function listResting(tx: TenantTx, changed: SQL): Promise<RestingTest[]> {
  return rowsOf<RestingTest & Record<string, unknown>>(
    tx,
    sql`
      with changed as (${changed})
      select quality_tests.id, quality_tests.question
      from quality_tests
      ${lastAnswered}
      where quality_tests.twin_id in (select twin_id from changed)
        and (
          exists (
            select from jsonb_array_elements(quality_tests.expectations) as demand, changed
            where demand ->> 'sourceId' in (changed.source_id::text, changed.parent_id::text)
              and (demand ->> 'kind' = 'cites_source'
                or position(demand #>> '{anchor,text}' in changed.text) > 0
                or position(changed.text in demand #>> '{anchor,text}') > 0)
          )
          or exists (
            select from jsonb_array_elements(coalesce(last.detail -> 'citations', '[]')) as cited, changed
            where cited ->> 'sourceId' = changed.source_id::text
              and position(cited ->> 'quote' in changed.text) > 0
          )
        )
      order by quality_tests.created_at, quality_tests.id
      limit ${MOST_TOLD}`,
  );
}
