-- Made anew from the corrections when this step runs again.
delete from user_events where kind = 'answer_corrected';
alter table user_events drop constraint user_events_kind_check;
alter table user_events add constraint user_events_kind_check
  check (kind in ('visit_started', 'question_asked', 'answer_ended', 'feedback_given', 'lead_given'));
drop policy undone on user_events;
revoke delete on user_events from understudy_app;
drop policy tenant on user_events;
drop policy visitor on user_events;
create policy tenant on user_events to understudy_app
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    and (nullif(current_setting('app.twin_ids', true), '') is null
      or twin_id = any (nullif(current_setting('app.twin_ids', true), '')::uuid[])))
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    and (nullif(current_setting('app.twin_ids', true), '') is null
      or twin_id = any (nullif(current_setting('app.twin_ids', true), '')::uuid[])));
create policy visitor on user_events as restrictive to understudy_app
  using (nullif(current_setting('app.visitor_id', true), '') is null
    or visitor_id = nullif(current_setting('app.visitor_id', true), '')::uuid);
