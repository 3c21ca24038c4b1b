CREATE TABLE "notice_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"failure" text,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_mails_once" UNIQUE("batch_id","user_id"),
	CONSTRAINT "notice_mails_kind_check" CHECK ("notice_mails"."kind" in ('questions', 'sources', 'quality', 'budget', 'digest')),
	CONSTRAINT "notice_mails_status_check" CHECK ("notice_mails"."status" in ('waiting', 'sent', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "notice_preferences" (
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kinds" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"refused_count" integer DEFAULT 0 NOT NULL,
	"refusal" text,
	"stopped_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_preferences_pk" PRIMARY KEY("tenant_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid,
	"kind" text NOT NULL,
	"event" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"details" jsonb NOT NULL,
	"batch_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notices_kind_check" CHECK ("notices"."kind" in ('questions', 'sources', 'quality', 'budget', 'digest'))
);
--> statement-breakpoint
CREATE TABLE "visitor_words" (
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"visitor_id" uuid NOT NULL,
	"word" text collate "C" NOT NULL,
	CONSTRAINT "visitor_words_pk" PRIMARY KEY("visitor_id","word")
);
--> statement-breakpoint
ALTER TABLE "group_memberships" DROP CONSTRAINT "group_memberships_kind_check";--> statement-breakpoint
ALTER TABLE "jobs" DROP CONSTRAINT "jobs_kind_check";--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "consent_place" jsonb;--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "source" text DEFAULT 'page' NOT NULL;--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "tags" text[];--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "question_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "blocked_reason" text;--> statement-breakpoint
ALTER TABLE "notice_mails" ADD CONSTRAINT "notice_mails_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_mails" ADD CONSTRAINT "notice_mails_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_preferences" ADD CONSTRAINT "notice_preferences_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_preferences" ADD CONSTRAINT "notice_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_twin_fk" FOREIGN KEY ("tenant_id","twin_id") REFERENCES "public"."twins"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_words" ADD CONSTRAINT "visitor_words_visitor_fk" FOREIGN KEY ("tenant_id","twin_id","visitor_id") REFERENCES "public"."visitors"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_mails_kind" ON "notice_mails" USING btree ("tenant_id","kind","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notice_mails_user" ON "notice_mails" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "notice_preferences_user" ON "notice_preferences" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_waiting" ON "notices" USING btree ("tenant_id","kind","event","subject_id") WHERE "notices"."batch_id" is null;--> statement-breakpoint
CREATE INDEX "notices_batch" ON "notices" USING btree ("batch_id") WHERE "notices"."batch_id" is not null;--> statement-breakpoint
CREATE INDEX "notices_old" ON "notices" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "notices_twin" ON "notices" USING btree ("twin_id") WHERE "notices"."twin_id" is not null;--> statement-breakpoint
CREATE INDEX "visitor_words_search" ON "visitor_words" USING btree ("twin_id","word");--> statement-breakpoint
ALTER TABLE "visitors" ADD CONSTRAINT "visitors_merged_fk" FOREIGN KEY ("tenant_id","twin_id","merged_into_id") REFERENCES "public"."visitors"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "visitors_busy" ON "visitors" USING btree ("twin_id","question_count" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
-- Of those who proved to be the same one before there were persons, the first is the first record.
update visitors v set merged_into_id = (
  select first.id from visitors first
  where first.twin_id = v.twin_id and first.verified_subject = v.verified_subject
  order by first.created_at, first.id limit 1)
where v.verified_subject is not null;--> statement-breakpoint
update visitors set merged_into_id = null where merged_into_id = id;--> statement-breakpoint
CREATE UNIQUE INDEX "visitors_person" ON "visitors" USING btree ("twin_id","verified_subject") WHERE "visitors"."verified_subject" is not null and "visitors"."merged_into_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "visitors_external" ON "visitors" USING btree ("twin_id","external_id") WHERE "visitors"."external_id" is not null;--> statement-breakpoint
CREATE INDEX "visitors_email" ON "visitors" USING btree ("twin_id",lower("email")) WHERE "visitors"."email" is not null;--> statement-breakpoint
CREATE INDEX "visitors_merged" ON "visitors" USING btree ("merged_into_id") WHERE "visitors"."merged_into_id" is not null;--> statement-breakpoint
ALTER TABLE "group_memberships" ADD CONSTRAINT "group_memberships_kind_check" CHECK ("group_memberships"."kind" in ('link', 'widget', 'key', 'claim', 'email', 'domain', 'visitor'));--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_kind_check" CHECK ("jobs"."kind" in ('ingestion', 'reindex', 'index_fill', 'resync', 'health_check', 'quality_run', 'export', 'erasure', 'notice', 'retention', 'reconcile', 'webhook', 'verification', 'import'));--> statement-breakpoint
ALTER TABLE "visitors" ADD CONSTRAINT "visitors_source_check" CHECK ("visitors"."source" in ('link', 'widget', 'page', 'import', 'api'));--> statement-breakpoint
select secure_tenant_table(name::regclass, twin_column => 'twin_id')
from unnest(array['visitor_words', 'notices']) as name;--> statement-breakpoint
select secure_tenant_table(name::regclass)
from unnest(array['notice_mails', 'notice_preferences']) as name;--> statement-breakpoint
grant select, insert, delete on visitor_words to understudy_app;--> statement-breakpoint
grant select, insert, update, delete on notices, notice_mails, notice_preferences to understudy_app;--> statement-breakpoint
create policy visitor on visitor_words as restrictive to understudy_app
  using (nullif(current_setting('app.visitor_id', true), '') is null
    or visitor_id = nullif(current_setting('app.visitor_id', true), '')::uuid);--> statement-breakpoint
-- The words that someone is found by: those of the name and the address, and what they are called elsewhere.
create function visitor_words_of(name text, email text, known_as text[], twin uuid) returns setof text
language sql immutable parallel safe
set search_path = public, pg_temp
as $$
  select distinct left(word, 200) from (
    select unnest(tsvector_to_array(words_of(
      concat_ws(' ', name, regexp_replace(email, '[^[:alnum:]]+', ' ', 'g'), array_to_string(known_as, ' ')), twin))) as word
    union all select lower(email)
    union all select lower(called) from unnest(known_as) as called
  ) words
  where word <> '' and word <> 'twin:' || twin
$$;--> statement-breakpoint
-- Questions are counted where they are recorded, so that no way to ask, hide or delete them is forgotten. The
-- first record of a person counts them as well, which a visitor's own transaction does not see.
create function count_visitor_questions() returns trigger
language plpgsql
set search_path = public, pg_temp
as $$
declare
  own text := coalesce(current_setting('app.visitor_id', true), '');
  event user_events := coalesce(new, old);
  more int := 0;
begin
  if tg_op <> 'DELETE' and not new.is_hidden then more := more + 1; end if;
  if tg_op <> 'INSERT' and not old.is_hidden then more := more - 1; end if;
  if more = 0 then return null; end if;
  perform set_config('app.visitor_id', '', true);
  update visitors set question_count = question_count + more,
    last_seen_at = case when tg_op = 'INSERT' then greatest(last_seen_at, now()) else last_seen_at end
  where id = event.visitor_id
    or id = (select v.merged_into_id from visitors v where v.id = event.visitor_id);
  perform set_config('app.visitor_id', own, true);
  return null;
end $$;--> statement-breakpoint
create trigger count_questions_asked after insert on user_events for each row
  when (new.kind = 'question_asked' and new.visitor_id is not null)
  execute function count_visitor_questions();--> statement-breakpoint
create trigger count_questions_hidden after update of is_hidden on user_events for each row
  when (new.kind = 'question_asked' and new.visitor_id is not null)
  execute function count_visitor_questions();--> statement-breakpoint
create trigger count_questions_gone after delete on user_events for each row
  when (old.kind = 'question_asked' and old.visitor_id is not null)
  execute function count_visitor_questions();--> statement-breakpoint
update visitors v set question_count = coalesce((
  select count(*) from user_events e join visitors o on o.id = e.visitor_id
  where (o.id = v.id or o.merged_into_id = v.id) and e.kind = 'question_asked' and not e.is_hidden), 0);--> statement-breakpoint
update visitors v set source = came.channel
from (
  select distinct on (visitor_id) visitor_id, channel from visitor_sessions order by visitor_id, created_at
) came
where came.visitor_id = v.id;--> statement-breakpoint
-- Not where this step was taken back: then the rows come back as they were.
do $$
begin
  if exists (
    select from pg_tables
    where schemaname = 'understudy_migrations' and tablename like 'parked\_____\_visitor\_words'
  ) then
    return;
  end if;
  insert into visitor_words (tenant_id, twin_id, visitor_id, word)
  select v.tenant_id, v.twin_id, v.id, w
  from visitors v
  cross join lateral visitor_words_of(v.name, v.email, array[v.external_id, v.verified_subject], v.twin_id) w;
end $$;
