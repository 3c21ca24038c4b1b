CREATE TABLE "erasures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"job_id" uuid,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"scope" jsonb,
	"removed" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"receipt" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "erasures_kind_check" CHECK ("erasures"."kind" in ('visitor', 'twin', 'tenant'))
);
--> statement-breakpoint
CREATE TABLE "twin_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid,
	"name" text NOT NULL,
	"blob_key" text,
	"byte_size" bigint NOT NULL,
	"signer" text NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"user_id" uuid,
	"job_id" uuid,
	"quality_run_id" uuid,
	"finished_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exports" DROP CONSTRAINT "exports_format_check";--> statement-breakpoint
ALTER TABLE "jobs" DROP CONSTRAINT "jobs_kind_check";--> statement-breakpoint
ALTER TABLE "exports" ALTER COLUMN "twin_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "exports" ALTER COLUMN "byte_size" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "kind" text DEFAULT 'conversations' NOT NULL;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "subject_id" uuid;--> statement-breakpoint
ALTER TABLE "twin_imports" ADD CONSTRAINT "twin_imports_twin_fk" FOREIGN KEY ("tenant_id","twin_id") REFERENCES "public"."twins"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "erasures_list" ON "erasures" USING btree ("tenant_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "erasures_actor" ON "erasures" USING btree ("actor_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "erasures_open" ON "erasures" USING btree ("tenant_id","subject_id") WHERE "erasures"."completed_at" is null and "erasures"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "twin_imports_twin" ON "twin_imports" USING btree ("twin_id");--> statement-breakpoint
CREATE INDEX "twin_imports_list" ON "twin_imports" USING btree ("tenant_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "exports_list" ON "exports" USING btree ("tenant_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_kind_check" CHECK ("exports"."kind" in ('conversations', 'visitor', 'twin', 'tenant', 'bundle'));--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_format_check" CHECK ("exports"."format" in ('csv', 'jsonl', 'zip', 'twin'));--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_kind_check" CHECK ("jobs"."kind" in ('ingestion', 'reindex', 'index_fill', 'resync', 'health_check', 'quality_run', 'export', 'erasure', 'bundle', 'notice', 'retention', 'reconcile', 'webhook', 'verification', 'import'));--> statement-breakpoint
select secure_tenant_table(name::regclass, twin_column => 'twin_id') from unnest(array['erasures', 'twin_imports']) as name;--> statement-breakpoint
create policy visitor on erasures as restrictive to understudy_app
  using (nullif(current_setting('app.visitor_id', true), '') is null);--> statement-breakpoint
create policy visitor on twin_imports as restrictive to understudy_app
  using (nullif(current_setting('app.visitor_id', true), '') is null);--> statement-breakpoint
grant select, insert on erasures to understudy_app;--> statement-breakpoint
grant update (job_id, due_at, started_at, cancelled_at, completed_at, scope, removed, receipt) on erasures to understudy_app;--> statement-breakpoint
grant select, insert, update, delete on twin_imports to understudy_app;--> statement-breakpoint
-- Whoever erased a tenant reads its receipt, though no tenant shows it any more; and its log can still be judged.
grant select on erasures to understudy_auth;--> statement-breakpoint
create policy auth on erasures to understudy_auth using (kind = 'tenant');--> statement-breakpoint
grant delete on visitors, usage_quotas to understudy_app;--> statement-breakpoint
-- What there is of the transaction's tenant, or of one of its twins, in every table that has such a column.
create function count_kept_rows(twin uuid) returns table (kept_in text, row_count bigint)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  key text := case when twin is null then 'tenant_id' else 'twin_id' end;
begin
  perform set_config('app.owner_scope', 'on', true);
  for kept_in in
    select c.relname from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = key and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1
  loop
    execute format('select count(*) from %I where tenant_id = $1 and %I = $2', kept_in, key)
      into row_count using tenant, coalesce(twin, tenant);
    return next;
  end loop;
  kept_in := case when twin is null then 'tenants' else 'twins' end;
  execute format('select count(*) from %I where id = $1', kept_in) into row_count using coalesce(twin, tenant);
  return next;
  perform set_config('app.owner_scope', '', true);
end $$;--> statement-breakpoint
-- The rows of the transaction's tenant in which any of these ids or words stands, in whatever column; where a
-- twin is given, not those that are another twin's.
create function count_mentions(target text, twin uuid, ids uuid[], words text[]) returns bigint
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  mentioning bigint;
  of_twin text := case when twin is not null and exists (
    select from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'twin_id'
    where c.relnamespace = 'public'::regnamespace and c.relname = target
  ) then 'and (twin_id is null or twin_id = $4)' else '' end;
begin
  if not exists (
    select from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname = target
  ) then raise exception 'no table of tenants is called %', target; end if;
  perform set_config('app.owner_scope', 'on', true);
  execute format($query$
    select count(*) from %I t cross join lateral (select lower(to_jsonb(t)::text) as said) as row
    where t.tenant_id = $1 %s and (
      exists (select from regexp_matches(said, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') as found
        where found[1]::uuid = any ($2))
      or exists (select from unnest($3) as word where position(lower(word) in said) > 0))
  $query$, target, of_twin) into mentioning using tenant, ids, words, twin;
  perform set_config('app.owner_scope', '', true);
  return mentioning;
end $$;--> statement-breakpoint
-- The end of a tenant, where an erasure of it has begun: all of its rows but the log and the receipts, and the
-- accounts that belong to no other tenant, save that of whoever asked, who goes on in the one that takes its place.
create function erase_tenant(erasure uuid, replacement uuid) returns void
language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  asker uuid;
  people uuid[];
  left_over text;
begin
  perform set_config('app.owner_scope', 'on', true);
  select e.actor_id into asker from erasures e
    where e.id = erasure and e.tenant_id = tenant and e.subject_id = tenant and e.kind = 'tenant'
      and e.started_at is not null and e.completed_at is null and e.cancelled_at is null;
  if not found then raise exception 'no erasure of this tenant has begun'; end if;
  select coalesce(array_agg(m.user_id), '{}') into people from memberships m
    where m.tenant_id = tenant and m.user_id is distinct from asker
      and not exists (select from memberships o where o.user_id = m.user_id and o.tenant_id <> tenant);
  if exists (select from memberships m where m.tenant_id = tenant and m.user_id = asker)
    and not exists (select from memberships m where m.tenant_id <> tenant and m.user_id = asker)
  then
    insert into tenants (id, name, slug) values (replacement, 'New workspace', 'workspace-' || right(replacement::text, 8));
    insert into memberships (id, tenant_id, user_id, role) values (replacement, replacement, asker, 'owner');
  end if;
  update sessions s set active_tenant_id = (
      select o.tenant_id from memberships o
      where o.user_id = s.user_id and o.tenant_id <> tenant order by o.created_at, o.id limit 1)
    where s.active_tenant_id = tenant;
  delete from verifications v using users u
    where u.id = any (people)
      and (position(lower(u.email) in lower(v.identifier || ' ' || v.value)) > 0
        or position(u.id::text in v.identifier || ' ' || v.value) > 0);
  delete from users u where u.id = any (people);
  delete from tenants t where t.id = tenant;
  for left_over in
    select c.relname from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      and c.relname not in ('audit_events', 'erasures')
  loop
    execute format('delete from %I where tenant_id = $1', left_over) using tenant;
  end loop;
  perform set_config('app.owner_scope', '', true);
end $$;--> statement-breakpoint
revoke execute on function count_kept_rows, count_mentions, erase_tenant from public;--> statement-breakpoint
grant execute on function count_kept_rows, count_mentions, erase_tenant to understudy_app;
