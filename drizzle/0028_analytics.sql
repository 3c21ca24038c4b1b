ALTER TABLE "user_events" DROP CONSTRAINT "user_events_kind_check";--> statement-breakpoint
ALTER TABLE "user_events" ADD CONSTRAINT "user_events_kind_check" CHECK ("user_events"."kind" in ('visit_started', 'question_asked', 'answer_ended', 'feedback_given', 'lead_given', 'answer_corrected'));--> statement-breakpoint
-- Figures read every event of a period: what the settings say is asked once a statement, not once a row.
drop policy tenant on user_events;--> statement-breakpoint
drop policy visitor on user_events;--> statement-breakpoint
create policy tenant on user_events to understudy_app
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)
    and ((select nullif(current_setting('app.twin_ids', true), '') is null)
      or twin_id = any ((select nullif(current_setting('app.twin_ids', true), '')::uuid[])::uuid[])))
  with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)
    and ((select nullif(current_setting('app.twin_ids', true), '') is null)
      or twin_id = any ((select nullif(current_setting('app.twin_ids', true), '')::uuid[])::uuid[])));--> statement-breakpoint
create policy visitor on user_events as restrictive to understudy_app
  using ((select nullif(current_setting('app.visitor_id', true), '') is null)
    or visitor_id = (select nullif(current_setting('app.visitor_id', true), '')::uuid));--> statement-breakpoint
-- A correction can be undone, and then did not happen; nothing else is ever taken back.
grant delete on user_events to understudy_app;--> statement-breakpoint
create policy undone on user_events as restrictive for delete to understudy_app
  using (kind = 'answer_corrected');--> statement-breakpoint
insert into user_events (id, tenant_id, twin_id, kind, channel, conversation_id, message_id, visitor_id, visitor_since,
  user_id, widget_id, share_link_id, api_key_id, access_group_ids, release_id, language, terms, is_first, is_hidden,
  created_at, outcome, supported_share, model, source_ids)
select gen_random_uuid(), a.tenant_id, a.twin_id, 'answer_corrected', a.channel, a.conversation_id, a.message_id,
  a.visitor_id, a.visitor_since, a.user_id, a.widget_id, a.share_link_id, a.api_key_id, a.access_group_ids,
  a.release_id, a.language, a.terms, a.is_first, a.is_hidden, c.created_at, a.outcome, a.supported_share, a.model,
  a.source_ids
from answer_corrections c join user_events a on a.message_id = c.message_id and a.kind = 'answer_ended'
on conflict do nothing;
