CREATE TABLE "message_events" (
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"event" jsonb NOT NULL,
	CONSTRAINT "message_events_pk" PRIMARY KEY("message_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "writer" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "supported_share" real;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "unsupported_spans" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "lease_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "watched_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "stop_requested_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "message_events" ADD CONSTRAINT "message_events_message_fk" FOREIGN KEY ("tenant_id","twin_id","message_id") REFERENCES "public"."messages"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_writer_check" CHECK ("messages"."writer" in ('model', 'quotation'));--> statement-breakpoint
select secure_tenant_table('message_events', twin_column => 'twin_id');--> statement-breakpoint
grant select, insert, delete on message_events to understudy_app;--> statement-breakpoint
drop function resolve_unfinished_messages;--> statement-breakpoint
-- Answers whose process fell silent, in whichever tenant.
create function resolve_orphaned_messages()
returns table (message_id uuid, tenant_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
begin
  perform set_config('app.owner_scope', 'on', true);
  return query
  select m.id, m.tenant_id from messages m
  where m.status in ('pending', 'streaming')
    and coalesce(m.lease_until, m.created_at + interval '15 seconds') < now()
  order by m.created_at limit 500;
  perform set_config('app.owner_scope', '', true);
end $$;--> statement-breakpoint
revoke execute on function resolve_orphaned_messages from public;--> statement-breakpoint
grant execute on function resolve_orphaned_messages to understudy_dispatch;
