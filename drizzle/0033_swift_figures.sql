-- A list that is newest first was sorted anew for each page: its index had nulls last, its query has them first.
do $$
declare
  list record;
begin
  for list in select indexname as name, indexdef as made from pg_indexes
    where schemaname = 'public' and indexdef like '% DESC NULLS LAST%'
  loop
    execute format('drop index %I', list.name);
    execute replace(list.made, ' DESC NULLS LAST', ' DESC');
  end loop;
end $$;--> statement-breakpoint
ALTER TABLE "user_events" ADD COLUMN "marks" integer GENERATED ALWAYS AS (case kind
  when 'question_asked' then 1 | case when visitor_since at time zone 'UTC'
    < date_trunc('day', created_at at time zone 'UTC') then 2 else 0 end
  when 'answer_ended' then 4 | case outcome when 'answered' then 16 when 'verified' then 32 when 'unsupported' then 64 when 'refused' then 128 when 'failed' then 256 when 'stopped' then 512 else 0 end
    | case when outcome in ('answered', 'verified') then 8 else 0 end
    | case when outcome = 'answered' and supported_share < 1 then 1024 else 0 end
  when 'feedback_given' then case rating when 'up' then 2048 when 'down' then 4096 else 0 end
  when 'answer_corrected' then 8192
  else 0 end) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "user_events_figures" ON "user_events" USING btree ("twin_id","created_at","tenant_id","conversation_id","visitor_id","marks","share_link_id","input_tokens","output_tokens","micro_cost","model","currency","total_ms","understand_ms","verified_ms","retrieve_ms","rerank_ms","write_ms") WHERE not "user_events"."is_hidden" and "user_events"."marks" > 0;--> statement-breakpoint
-- Asked once a statement, not once a row, and weighed as even chances: a condition taken for one that hardly
-- a row meets makes the planner sort whole tables of which a page is asked.
do $$
declare
  secured text;
  visitor text;
  tenant constant text := 'tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid)'
    ' and ((select nullif(current_setting(''app.twin_ids'', true), '''') is null)'
    ' or twin_id = any ((select nullif(current_setting(''app.twin_ids'', true), '''')::uuid[])::uuid[]))';
begin
  foreach secured in array array['conversations', 'visitors', 'message_words'] loop
    execute format('drop policy tenant on %I', secured);
    execute format('create policy tenant on %I to understudy_app using (%s) with check (%s)', secured, tenant, tenant);
  end loop;
  foreach visitor in array array['conversations.visitor_id', 'visitors.id'] loop
    secured := split_part(visitor, '.', 1);
    execute format('drop policy visitor on %I', secured);
    execute format('create policy visitor on %I as restrictive to understudy_app using ('
      '(select nullif(current_setting(''app.visitor_id'', true), '''') is null)'
      ' or %I = (select nullif(current_setting(''app.visitor_id'', true), '''')::uuid))',
      secured, split_part(visitor, '.', 2));
  end loop;
end $$;--> statement-breakpoint
drop policy visitor on message_words;--> statement-breakpoint
create policy visitor on message_words as restrictive for select to understudy_app
  using ((select nullif(current_setting('app.visitor_id', true), '') is null));
