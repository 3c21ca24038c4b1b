CREATE TABLE "answer_corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"verified_qna_id" uuid,
	"verified_version" integer NOT NULL,
	"quality_test_id" uuid,
	"user_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answer_corrections_twin_unique" UNIQUE("tenant_id","twin_id","id"),
	CONSTRAINT "answer_corrections_message_unique" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE TABLE "visitor_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"visitor_id" uuid NOT NULL,
	"correction_id" uuid NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"failure" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visitor_notices_once" UNIQUE("correction_id","visitor_id"),
	CONSTRAINT "visitor_notices_status_check" CHECK ("visitor_notices"."status" in ('waiting', 'sent', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "conversation_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"text" text NOT NULL,
	"user_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"format" text NOT NULL,
	"filter" jsonb NOT NULL,
	"blob_key" text,
	"conversation_count" integer,
	"byte_size" integer,
	"user_id" uuid,
	"expires_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exports_format_check" CHECK ("exports"."format" in ('csv', 'jsonl'))
);
--> statement-breakpoint
CREATE TABLE "message_words" (
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "message_words_pk" PRIMARY KEY("message_id")
);
--> statement-breakpoint
CREATE TABLE "user_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" uuid,
	"visitor_id" uuid,
	"visitor_since" timestamp (3) with time zone,
	"user_id" uuid,
	"widget_id" uuid,
	"share_link_id" uuid,
	"api_key_id" uuid,
	"access_group_ids" uuid[],
	"release_id" uuid,
	"language" text,
	"terms" text[],
	"is_first" boolean DEFAULT false NOT NULL,
	"outcome" text,
	"supported_share" real,
	"model" text,
	"total_ms" real,
	"understand_ms" real,
	"verified_ms" real,
	"retrieve_ms" real,
	"rerank_ms" real,
	"write_ms" real,
	"input_tokens" integer,
	"output_tokens" integer,
	"micro_cost" bigint,
	"currency" text,
	"source_ids" uuid[],
	"rating" text,
	"is_hidden" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_events_kind_check" CHECK ("user_events"."kind" in ('visit_started', 'question_asked', 'answer_ended', 'feedback_given', 'lead_given')),
	CONSTRAINT "user_events_channel_check" CHECK ("user_events"."channel" in ('studio', 'api', 'link', 'widget', 'page', 'mcp')),
	CONSTRAINT "user_events_outcome_check" CHECK ("user_events"."outcome" in ('answered', 'verified', 'unsupported', 'refused', 'failed', 'stopped')),
	CONSTRAINT "user_events_rating_check" CHECK ("user_events"."rating" in ('up', 'down'))
);
--> statement-breakpoint
ALTER TABLE "conversations" DROP CONSTRAINT "conversations_channel_check";--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "reviewed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "reviewed_by" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "is_flagged" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "tags" text[];--> statement-breakpoint
ALTER TABLE "answer_corrections" ADD CONSTRAINT "answer_corrections_verified_qna_id_verified_qna_id_fk" FOREIGN KEY ("verified_qna_id") REFERENCES "public"."verified_qna"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_corrections" ADD CONSTRAINT "answer_corrections_quality_test_id_quality_tests_id_fk" FOREIGN KEY ("quality_test_id") REFERENCES "public"."quality_tests"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_corrections" ADD CONSTRAINT "answer_corrections_message_fk" FOREIGN KEY ("tenant_id","twin_id","message_id") REFERENCES "public"."messages"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_notices" ADD CONSTRAINT "visitor_notices_visitor_fk" FOREIGN KEY ("tenant_id","twin_id","visitor_id") REFERENCES "public"."visitors"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_notices" ADD CONSTRAINT "visitor_notices_correction_fk" FOREIGN KEY ("tenant_id","twin_id","correction_id") REFERENCES "public"."answer_corrections"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_notes" ADD CONSTRAINT "conversation_notes_conversation_fk" FOREIGN KEY ("tenant_id","twin_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_twin_fk" FOREIGN KEY ("tenant_id","twin_id") REFERENCES "public"."twins"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_words" ADD CONSTRAINT "message_words_message_fk" FOREIGN KEY ("tenant_id","twin_id","message_id") REFERENCES "public"."messages"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_events" ADD CONSTRAINT "user_events_conversation_fk" FOREIGN KEY ("tenant_id","twin_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_events" ADD CONSTRAINT "user_events_visitor_fk" FOREIGN KEY ("tenant_id","twin_id","visitor_id") REFERENCES "public"."visitors"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_corrections_verified" ON "answer_corrections" USING btree ("verified_qna_id");--> statement-breakpoint
CREATE INDEX "answer_corrections_test" ON "answer_corrections" USING btree ("quality_test_id");--> statement-breakpoint
CREATE INDEX "visitor_notices_visitor" ON "visitor_notices" USING btree ("visitor_id");--> statement-breakpoint
CREATE INDEX "conversation_notes_list" ON "conversation_notes" USING btree ("conversation_id","created_at");--> statement-breakpoint
CREATE INDEX "exports_twin" ON "exports" USING btree ("twin_id");--> statement-breakpoint
CREATE INDEX "message_words_words" ON "message_words" USING gin ("words");--> statement-breakpoint
CREATE INDEX "message_words_conversation" ON "message_words" USING btree ("conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_events_once" ON "user_events" USING btree ("message_id","kind") WHERE "user_events"."message_id" is not null;--> statement-breakpoint
CREATE INDEX "user_events_period" ON "user_events" USING btree ("twin_id","kind","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "user_events_conversation" ON "user_events" USING btree ("conversation_id","kind");--> statement-breakpoint
CREATE INDEX "user_events_visitor" ON "user_events" USING btree ("visitor_id") WHERE "user_events"."visitor_id" is not null;--> statement-breakpoint
CREATE INDEX "conversations_flagged" ON "conversations" USING btree ("twin_id","updated_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "conversations"."deleted_at" is null and "conversations"."is_flagged";--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_channel_check" CHECK ("conversations"."channel" in ('studio', 'api', 'link', 'widget', 'page', 'mcp'));--> statement-breakpoint
select secure_tenant_table(name::regclass, twin_column => 'twin_id')
from unnest(array['user_events', 'message_words', 'conversation_notes', 'answer_corrections', 'visitor_notices', 'exports']) as name;--> statement-breakpoint
grant select, insert on user_events, message_words to understudy_app;--> statement-breakpoint
grant update (rating, is_hidden) on user_events to understudy_app;--> statement-breakpoint
grant select, insert, delete on conversation_notes to understudy_app;--> statement-breakpoint
grant select, insert, update, delete on answer_corrections, visitor_notices, exports to understudy_app;--> statement-breakpoint
-- Words as they are searched: small, without accents; Chinese and Japanese, which have no spaces, by letters.
-- The twin is one of them, so that a word which every tenant uses is looked up among the twin's own.
create function words_of(said text, twin uuid) returns tsvector
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
  select strip(to_tsvector('simple', regexp_replace(
      normalize(regexp_replace(normalize(left(said, 100000), NFKD), '[\u0300-\u036f]', '', 'g'), NFKC),
      '([\u3040-\u30ff\u3400-\u9fff])', ' \1 ', 'g')))
    || array_to_tsvector(array['twin:' || twin])
$$;--> statement-breakpoint
-- All of the words, each as the beginning of one; nothing but marks finds everything.
create function search_of(asked text, twin uuid) returns text
language sql immutable parallel safe
set search_path = public, pg_temp
as $$
  select string_agg('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || ''''
    || case when lexeme = 'twin:' || twin then '' else ':*' end, ' & ')
  from unnest(words_of(asked, twin))
$$;--> statement-breakpoint
create policy search on message_words as restrictive for select to understudy_app
  using (words @@ coalesce(nullif(current_setting('app.search', true), ''), '!nothing')::tsquery);--> statement-breakpoint
create policy visitor on message_words as restrictive for select to understudy_app
  using (nullif(current_setting('app.visitor_id', true), '') is null);--> statement-breakpoint
create policy visitor on user_events as restrictive to understudy_app
  using (nullif(current_setting('app.visitor_id', true), '') is null
    or visitor_id = nullif(current_setting('app.visitor_id', true), '')::uuid);--> statement-breakpoint
do $$
declare
  internal text;
begin
  foreach internal in array array['conversation_notes', 'answer_corrections', 'visitor_notices', 'exports'] loop
    execute format('create policy visitor on %I as restrictive to understudy_app'
      ' using (nullif(current_setting(''app.visitor_id'', true), '''') is null)', internal);
  end loop;
end $$;--> statement-breakpoint
-- What was said before there were events. Not where this step was taken back: then the rows come back as they were.
do $$
begin
  if exists (
    select from pg_tables
    where schemaname = 'understudy_migrations' and tablename like 'parked\_____\_user\_events'
  ) then
    return;
  end if;
  insert into user_events (id, tenant_id, twin_id, kind, channel, conversation_id, visitor_id, visitor_since,
    widget_id, share_link_id, is_hidden, created_at)
  select gen_random_uuid(), c.tenant_id, c.twin_id, 'visit_started', c.channel, c.id, v.id, v.created_at,
    c.widget_id, c.share_link_id, c.deleted_at is not null, c.created_at
  from conversations c join visitors v on v.id = c.visitor_id;
  insert into user_events (id, tenant_id, twin_id, kind, channel, conversation_id, message_id, visitor_id, visitor_since,
    user_id, widget_id, share_link_id, release_id, is_first, is_hidden, created_at)
  select gen_random_uuid(), c.tenant_id, c.twin_id, 'question_asked', c.channel, c.id, m.id, v.id, v.created_at,
    c.user_id, c.widget_id, c.share_link_id, m.release_id,
    row_number() over (partition by c.id order by m.id) = 1, c.deleted_at is not null, m.created_at
  from messages m join conversations c on c.id = m.conversation_id left join visitors v on v.id = c.visitor_id
  where m.role = 'user';
  insert into user_events (id, tenant_id, twin_id, kind, channel, conversation_id, message_id, visitor_id, visitor_since,
    user_id, widget_id, share_link_id, release_id, is_first, is_hidden, created_at,
    outcome, supported_share, model, total_ms, understand_ms, verified_ms, retrieve_ms, rerank_ms, write_ms,
    input_tokens, output_tokens, micro_cost, currency, source_ids)
  select gen_random_uuid(), q.tenant_id, q.twin_id, 'answer_ended', q.channel, q.conversation_id, m.id, q.visitor_id,
    q.visitor_since, q.user_id, q.widget_id, q.share_link_id, m.release_id, q.is_first, q.is_hidden,
    coalesce(m.finished_at, m.created_at),
    case when m.status in ('failed', 'stopped') then m.status when m.refused then 'refused'
      when m.verified then 'verified' when m.answered then 'answered' else 'unsupported' end,
    m.supported_share, m.model, extract(epoch from m.finished_at - m.created_at) * 1000,
    (t.ms ->> 'understand')::real, (t.ms ->> 'verified')::real,
    (select sum(value::real) from jsonb_each_text(t.ms - array['understand', 'verified', 'rerank', 'write'])),
    (t.ms ->> 'rerank')::real, (t.ms ->> 'write')::real,
    (m.trace #>> '{tokens,input}')::int, (m.trace #>> '{tokens,output}')::int,
    ((m.trace #>> '{cost,amount}')::numeric * 1000000)::bigint, m.trace #>> '{cost,currency}',
    (select array_agg(distinct c.source_id) from citations c where c.message_id = m.id)
  from messages m join user_events q on q.message_id = m.reply_to_id and q.kind = 'question_asked'
  cross join lateral (select coalesce(m.trace -> 'timingsMs', '{}') as ms) t
  where m.role = 'assistant' and m.status in ('complete', 'stopped', 'failed');
  insert into user_events (id, tenant_id, twin_id, kind, channel, conversation_id, message_id, visitor_id, visitor_since,
    user_id, widget_id, share_link_id, release_id, is_first, is_hidden, created_at,
    outcome, supported_share, model, source_ids, rating)
  select gen_random_uuid(), a.tenant_id, a.twin_id, 'feedback_given', a.channel, a.conversation_id, a.message_id,
    a.visitor_id, a.visitor_since, a.user_id, a.widget_id, a.share_link_id, a.release_id, a.is_first, a.is_hidden,
    f.created_at, a.outcome, a.supported_share, a.model, a.source_ids, f.rating
  from feedback f join user_events a on a.message_id = f.message_id and a.kind = 'answer_ended';
  insert into message_words (tenant_id, twin_id, message_id, conversation_id, words)
  select tenant_id, twin_id, id, conversation_id, words_of(text, twin_id)
  from messages where status in ('complete', 'stopped', 'failed');
end $$;
