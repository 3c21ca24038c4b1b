CREATE TABLE "public_pages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"is_on" boolean DEFAULT true NOT NULL,
	"is_indexed" boolean DEFAULT true NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"theme" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"lead_capture" text DEFAULT 'off' NOT NULL,
	"consent_text" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "public_pages_twin_unique" UNIQUE("twin_id"),
	CONSTRAINT "public_pages_lead_capture_check" CHECK ("public_pages"."lead_capture" in ('off', 'optional', 'required'))
);
--> statement-breakpoint
CREATE TABLE "rate_counters" (
	"key" text PRIMARY KEY NOT NULL,
	"free_at" timestamp (3) with time zone DEFAULT '-infinity' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "share_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_on" boolean DEFAULT true NOT NULL,
	"is_named" boolean DEFAULT false NOT NULL,
	"password_hash" text,
	"visitor_limit" integer,
	"message_limit" integer,
	"visitor_count" integer DEFAULT 0 NOT NULL,
	"message_count" integer DEFAULT 0 NOT NULL,
	"lead_capture" text DEFAULT 'off' NOT NULL,
	"consent_text" text DEFAULT '' NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "share_links_twin_unique" UNIQUE("tenant_id","twin_id","id"),
	CONSTRAINT "share_links_lead_capture_check" CHECK ("share_links"."lead_capture" in ('off', 'optional', 'required'))
);
--> statement-breakpoint
CREATE TABLE "visitor_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"visitor_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"channel" text NOT NULL,
	"api_key_id" uuid,
	"origin" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visitor_sessions_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "visitor_sessions_channel_check" CHECK ("visitor_sessions"."channel" in ('link', 'widget', 'page'))
);
--> statement-breakpoint
CREATE TABLE "visitors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"resume_hash" "bytea" NOT NULL,
	"name" text,
	"email" text,
	"consent_text" text,
	"consent_at" timestamp (3) with time zone,
	"verified_subject" text,
	"verified_at" timestamp (3) with time zone,
	"blocked_at" timestamp (3) with time zone,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visitors_resumeHash_unique" UNIQUE("resume_hash"),
	CONSTRAINT "visitors_twin_unique" UNIQUE("tenant_id","twin_id","id")
);
--> statement-breakpoint
CREATE TABLE "widget_origins" (
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"widget_id" uuid NOT NULL,
	"origin" text NOT NULL,
	CONSTRAINT "widget_origins_pk" PRIMARY KEY("widget_id","origin")
);
--> statement-breakpoint
CREATE TABLE "widgets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"name" text NOT NULL,
	"theme" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"lead_capture" text DEFAULT 'off' NOT NULL,
	"consent_text" text DEFAULT '' NOT NULL,
	"identity_secret" "bytea",
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "widgets_twin_unique" UNIQUE("tenant_id","twin_id","id"),
	CONSTRAINT "widgets_lead_capture_check" CHECK ("widgets"."lead_capture" in ('off', 'optional', 'required'))
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "widget_id" uuid;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "share_link_id" uuid;--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "sealed_key" "bytea";--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "replaced_by" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "visitor_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "widget_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "share_link_id" uuid;--> statement-breakpoint
ALTER TABLE "public_pages" ADD CONSTRAINT "public_pages_twin_fk" FOREIGN KEY ("tenant_id","twin_id") REFERENCES "public"."twins"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_twin_fk" FOREIGN KEY ("tenant_id","twin_id") REFERENCES "public"."twins"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_sessions" ADD CONSTRAINT "visitor_sessions_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_sessions" ADD CONSTRAINT "visitor_sessions_visitor_fk" FOREIGN KEY ("tenant_id","twin_id","visitor_id") REFERENCES "public"."visitors"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitors" ADD CONSTRAINT "visitors_twin_fk" FOREIGN KEY ("tenant_id","twin_id") REFERENCES "public"."twins"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "widget_origins" ADD CONSTRAINT "widget_origins_widget_fk" FOREIGN KEY ("tenant_id","twin_id","widget_id") REFERENCES "public"."widgets"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "widgets" ADD CONSTRAINT "widgets_twin_fk" FOREIGN KEY ("tenant_id","twin_id") REFERENCES "public"."twins"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rate_counters_free" ON "rate_counters" USING btree ("free_at");--> statement-breakpoint
CREATE INDEX "share_links_list" ON "share_links" USING btree ("twin_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "visitor_sessions_visitor" ON "visitor_sessions" USING btree ("visitor_id");--> statement-breakpoint
CREATE INDEX "visitor_sessions_api_key" ON "visitor_sessions" USING btree ("api_key_id");--> statement-breakpoint
CREATE INDEX "visitors_list" ON "visitors" USING btree ("twin_id","last_seen_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "widget_origins_origin" ON "widget_origins" USING btree ("origin");--> statement-breakpoint
CREATE INDEX "widgets_list" ON "widgets" USING btree ("twin_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_widget_id_widgets_id_fk" FOREIGN KEY ("widget_id") REFERENCES "public"."widgets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_share_link_id_share_links_id_fk" FOREIGN KEY ("share_link_id") REFERENCES "public"."share_links"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_widget_id_widgets_id_fk" FOREIGN KEY ("widget_id") REFERENCES "public"."widgets"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_share_link_id_share_links_id_fk" FOREIGN KEY ("share_link_id") REFERENCES "public"."share_links"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_visitor_fk" FOREIGN KEY ("tenant_id","twin_id","visitor_id") REFERENCES "public"."visitors"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_widget" ON "api_keys" USING btree ("widget_id");--> statement-breakpoint
CREATE INDEX "api_keys_share_link" ON "api_keys" USING btree ("share_link_id");--> statement-breakpoint
CREATE INDEX "conversations_visitor" ON "conversations" USING btree ("visitor_id","updated_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "conversations_widget" ON "conversations" USING btree ("widget_id");--> statement-breakpoint
CREATE INDEX "conversations_share_link" ON "conversations" USING btree ("share_link_id");--> statement-breakpoint
select secure_tenant_table(name::regclass, twin_column => 'twin_id')
from unnest(array['share_links', 'widgets', 'widget_origins', 'public_pages', 'visitors', 'visitor_sessions']) as name;--> statement-breakpoint
grant select, insert, update on share_links, widgets, public_pages, visitors, visitor_sessions to understudy_app;--> statement-breakpoint
grant select, insert, delete on widget_origins to understudy_app;--> statement-breakpoint
-- A visitor's transaction reaches what is the visitor's own; every other one says nothing here.
create function is_own_conversation(wanted uuid) returns boolean
language plpgsql stable
set search_path = public, pg_temp
as $$
begin
  return exists (select from conversations c where c.id = wanted);
end $$;--> statement-breakpoint
create policy visitor on visitors as restrictive to understudy_app
  using (nullif(current_setting('app.visitor_id', true), '') is null
    or id = nullif(current_setting('app.visitor_id', true), '')::uuid);--> statement-breakpoint
create policy visitor on visitor_sessions as restrictive to understudy_app
  using (nullif(current_setting('app.visitor_id', true), '') is null
    or visitor_id = nullif(current_setting('app.visitor_id', true), '')::uuid);--> statement-breakpoint
create policy visitor on conversations as restrictive to understudy_app
  using (nullif(current_setting('app.visitor_id', true), '') is null
    or visitor_id = nullif(current_setting('app.visitor_id', true), '')::uuid);--> statement-breakpoint
create policy visitor on messages as restrictive to understudy_app
  using (nullif(current_setting('app.visitor_id', true), '') is null
    or is_own_conversation(conversation_id));--> statement-breakpoint
create function resolve_visitor_token(hash bytea)
returns table (visitor_session_id uuid, tenant_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
begin
  perform set_config('app.owner_scope', 'on', true);
  return query
  select s.id, s.tenant_id from visitor_sessions s
  where s.token_hash = hash and s.ended_at is null and s.expires_at > now();
  perform set_config('app.owner_scope', '', true);
end $$;--> statement-breakpoint
-- Whether any widget answers there: a browser asks before it says by which key.
create function resolve_origin(wanted text[]) returns boolean
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
declare
  found_one boolean;
begin
  perform set_config('app.owner_scope', 'on', true);
  select exists (
    select from widget_origins o join widgets w on w.id = o.widget_id
    where o.origin = any (wanted) and w.revoked_at is null
  ) into found_one;
  perform set_config('app.owner_scope', '', true);
  return found_one;
end $$;--> statement-breakpoint
-- Takes one from each of several rates, or from none: then it tells the refused, and when to come again.
-- The generic cell rate algorithm; rows are locked in the order of their keys.
create function take_rates(wanted jsonb)
returns table (key text, retry_after_ms bigint)
language plpgsql security definer
set search_path = public, pg_temp
as $$
#variable_conflict use_column
declare
  moment timestamptz;
begin
  insert into rate_counters (key)
  select w.key from jsonb_to_recordset(wanted) as w (key text) order by w.key
  on conflict do nothing;
  perform from rate_counters c
  where c.key in (select w.key from jsonb_to_recordset(wanted) as w (key text))
  order by c.key for update;
  moment := clock_timestamp();
  return query
  select c.key, ceil(extract(epoch from
    greatest(c.free_at, moment) - moment - make_interval(secs => w.every_ms * (w.burst - 1) / 1000.0)
  ) * 1000)::bigint
  from rate_counters c
  join jsonb_to_recordset(wanted) as w (key text, every_ms double precision, burst int) on w.key = c.key
  where greatest(c.free_at, moment) > moment + make_interval(secs => w.every_ms * (w.burst - 1) / 1000.0);
  if not found then
    update rate_counters c
    set free_at = greatest(c.free_at, moment) + make_interval(secs => w.every_ms / 1000.0)
    from jsonb_to_recordset(wanted) as w (key text, every_ms double precision) where w.key = c.key;
    delete from rate_counters where key in (
      select c.key from rate_counters c where c.free_at < moment - interval '1 hour'
      order by c.free_at limit 4 for update skip locked);
  end if;
end $$;--> statement-breakpoint
revoke execute on function resolve_visitor_token, resolve_origin, take_rates from public;--> statement-breakpoint
grant execute on function resolve_visitor_token, resolve_origin, take_rates to understudy_resolver;
