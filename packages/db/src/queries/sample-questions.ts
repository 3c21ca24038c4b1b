import { sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import type { Locator } from "../tables/document.ts";

const CONVERSATIONS_READ = 200;

export interface CitedQuestion {
  question: string;
  places: { sourceId: string; start: number; end: number }[];
}

interface Sample {
  twinId: string;
  limit: number;
}

/** What conversations of late began with, and where the answers' quotes stand; the newest first. */
export function listCitedQuestions(
  tx: TenantTx,
  { twinId, limit }: Sample,
): Promise<CitedQuestion[]> {
  return rowsOf(
    tx,
    sql`
      with recent as (
        select id from conversations
        where twin_id = ${twinId}::uuid and deleted_at is null
        order by updated_at desc, id desc limit ${CONVERSATIONS_READ}
      ), opened as (
        select distinct on (messages.conversation_id) messages.id, question.text
        from recent
        join messages on messages.conversation_id = recent.id
          and messages.role = 'assistant' and messages.status = 'complete' and messages.answered
        join messages as question on question.id = messages.reply_to_id
        order by messages.conversation_id, messages.id
      )
      select opened.text as question, json_agg(json_build_object('sourceId', citations.source_id,
        'start', citations.locator->'start', 'end', citations.locator->'end')) as places
      from opened
      join citations on citations.message_id = opened.id
      join sources on sources.id = citations.source_id and sources.deleted_at is null
      group by opened.id, opened.text
      order by opened.id desc limit ${limit}`,
  );
}

export interface SampledPassage {
  sourceId: string;
  text: string;
  locator: Locator;
}

/** Passages that answer, from as many sources as there are; the same ones each time. */
export function samplePassages(tx: TenantTx, { twinId, limit }: Sample): Promise<SampledPassage[]> {
  return rowsOf(
    tx,
    sql`
      select sources.id as "sourceId", coalesce(shown_text, text) as text,
        coalesce(shown_locator, locator) as locator
      from (
        select chunks.id, sources.id as source_id, row_number() over (
          partition by sources.id order by md5(chunks.id::text)
        ) as place
        from sources join chunks on chunks.source_version_id = sources.live_version_id
        where sources.twin_id = ${twinId}::uuid and sources.deleted_at is null
          and chunks.state is distinct from 'hidden'
        order by place, md5(chunks.id::text) limit ${limit}
      ) as sampled
      join chunks on chunks.id = sampled.id
      join sources on sources.id = sampled.source_id
      order by sampled.place, md5(chunks.id::text)`,
  );
}
