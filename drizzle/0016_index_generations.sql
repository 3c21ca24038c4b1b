CREATE TABLE "index_generations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"status" text NOT NULL,
	"model" text,
	"dimensions" integer,
	"chunking" jsonb,
	"comparison" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"live_at" timestamp (3) with time zone,
	"dropped_at" timestamp (3) with time zone,
	"reclaimed_at" timestamp (3) with time zone,
	CONSTRAINT "index_generations_twin_unique" UNIQUE("tenant_id","twin_id","id"),
	CONSTRAINT "index_generations_status_check" CHECK ("index_generations"."status" in ('filling', 'ready', 'live', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "jobs" DROP CONSTRAINT "jobs_kind_check";--> statement-breakpoint
ALTER TABLE "source_syncs" DROP CONSTRAINT "source_syncs_trigger_check";--> statement-breakpoint
ALTER TABLE "source_versions" ADD COLUMN "chunking" jsonb;--> statement-breakpoint
ALTER TABLE "source_versions" ADD COLUMN "derived_from_id" uuid;--> statement-breakpoint
ALTER TABLE "source_versions" ADD COLUMN "generation_id" uuid;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "chunking" jsonb;--> statement-breakpoint
ALTER TABLE "index_generations" ADD CONSTRAINT "index_generations_twin_fk" FOREIGN KEY ("tenant_id","twin_id") REFERENCES "public"."twins"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "index_generations_live" ON "index_generations" USING btree ("twin_id") WHERE "index_generations"."status" = 'live';--> statement-breakpoint
CREATE UNIQUE INDEX "index_generations_candidate" ON "index_generations" USING btree ("twin_id") WHERE "index_generations"."status" in ('filling', 'ready');--> statement-breakpoint
CREATE INDEX "index_generations_dropped" ON "index_generations" USING btree ("twin_id") WHERE "index_generations"."status" = 'dropped';--> statement-breakpoint
ALTER TABLE "source_versions" ADD CONSTRAINT "source_versions_generation_fk" FOREIGN KEY ("tenant_id","twin_id","generation_id") REFERENCES "public"."index_generations"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "source_versions_generation" ON "source_versions" USING btree ("generation_id") WHERE "source_versions"."generation_id" is not null;--> statement-breakpoint
CREATE INDEX "source_versions_blob" ON "source_versions" USING btree ("blob_key");--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_kind_check" CHECK ("jobs"."kind" in ('ingestion', 'reindex', 'index_fill', 'resync', 'health_check', 'quality_run', 'export', 'erasure', 'notice', 'retention', 'reconcile'));--> statement-breakpoint
ALTER TABLE "source_syncs" ADD CONSTRAINT "source_syncs_trigger_check" CHECK ("source_syncs"."trigger" in ('added', 'asked', 'schedule', 'replaced', 'edited', 'recut'));--> statement-breakpoint
select secure_tenant_table('index_generations', twin_column => 'twin_id');--> statement-breakpoint
grant select, insert, update on index_generations to understudy_app;--> statement-breakpoint
-- What has vectors already answers by the model that most of them are by, unless a step back kept its rows.
insert into index_generations (id, tenant_id, twin_id, status, model, dimensions, ready_at, live_at)
select distinct on (twin_id)
  gen_random_uuid(), tenant_id, twin_id, 'live', model, dimensions, now(), now()
from chunk_embeddings
where not exists (
  select from pg_tables
  where schemaname = 'understudy_migrations' and tablename like 'parked%index_generations'
)
group by tenant_id, twin_id, model, dimensions
order by twin_id, count(*) desc, model;
