drop index user_events_answers;
drop index user_events_figures;
alter table user_events drop column marks;
revoke update (is_paired) on user_events from understudy_app;
alter table user_events drop column is_paired;
ALTER TABLE "user_events" ADD COLUMN "marks" integer GENERATED ALWAYS AS (case kind
  when 'question_asked' then 1 | case when visitor_since at time zone 'UTC'
    < date_trunc('day', created_at at time zone 'UTC') then 2 else 0 end
  when 'answer_ended' then 4 | case outcome when 'answered' then 16 when 'verified' then 32 when 'unsupported' then 64 when 'refused' then 128 when 'failed' then 256 when 'stopped' then 512 else 0 end
    | case when outcome in ('answered', 'verified') then 8 else 0 end
    | case when outcome = 'answered' and supported_share < 1 then 1024 else 0 end
  when 'feedback_given' then case rating when 'up' then 2048 when 'down' then 4096 else 0 end
  when 'answer_corrected' then 8192
  else 0 end) STORED NOT NULL;
CREATE INDEX "user_events_figures" ON "user_events" USING btree ("twin_id","created_at","tenant_id","conversation_id","visitor_id","marks","share_link_id","input_tokens","output_tokens","micro_cost","model","currency","total_ms","understand_ms","verified_ms","retrieve_ms","rerank_ms","write_ms") WHERE not "user_events"."is_hidden" and "user_events"."marks" > 0;
