DROP INDEX "user_events_figures";--> statement-breakpoint
-- What was recorded before stays two events, each counted by itself.
ALTER TABLE "user_events" ADD COLUMN "is_paired" boolean DEFAULT false NOT NULL;--> statement-breakpoint
grant update (is_paired) on user_events to understudy_app;--> statement-breakpoint
ALTER TABLE "user_events" drop column "marks";--> statement-breakpoint
ALTER TABLE "user_events" ADD COLUMN "marks" integer GENERATED ALWAYS AS (case when (kind = 'question_asked') <> is_paired and kind in ('question_asked', 'answer_ended')
    then 1 | case when visitor_since at time zone 'UTC'
      < date_trunc('day', created_at at time zone 'UTC') then 2 else 0 end
    else 0 end
  | case kind
  when 'answer_ended' then 4 | case outcome when 'answered' then 16 when 'verified' then 32 when 'unsupported' then 64 when 'refused' then 128 when 'failed' then 256 when 'stopped' then 512 else 0 end
    | case when outcome in ('answered', 'verified') then 8 else 0 end
    | case when outcome = 'answered' and supported_share < 1 then 1024 else 0 end
  when 'feedback_given' then case rating when 'up' then 2048 when 'down' then 4096 else 0 end
  when 'answer_corrected' then 8192
  else 0 end) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "user_events_answers" ON "user_events" USING btree ("twin_id","created_at","tenant_id","visitor_id","total_ms","understand_ms","verified_ms","retrieve_ms","rerank_ms","write_ms","model","currency","input_tokens","output_tokens","micro_cost") WHERE not "user_events"."is_hidden" and "user_events"."kind" = 'answer_ended';--> statement-breakpoint
CREATE INDEX "user_events_figures" ON "user_events" USING btree ("twin_id","created_at","tenant_id","conversation_id","visitor_id","marks","share_link_id","input_tokens","output_tokens") WHERE not "user_events"."is_hidden" and "user_events"."marks" > 0;