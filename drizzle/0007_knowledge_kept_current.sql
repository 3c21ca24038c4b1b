CREATE TABLE "content_findings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"source_id" uuid NOT NULL,
	"other_source_id" uuid,
	"score" real,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "content_findings_pair_unique" UNIQUE NULLS NOT DISTINCT("twin_id","kind","source_id","other_source_id"),
	CONSTRAINT "content_findings_kind_check" CHECK ("content_findings"."kind" in ('near_duplicate')),
	CONSTRAINT "content_findings_status_check" CHECK ("content_findings"."status" in ('open', 'resolved', 'dismissed'))
);
--> statement-breakpoint
CREATE TABLE "source_syncs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"job_id" uuid,
	"trigger" text NOT NULL,
	"status" text DEFAULT 'running' NOT NULL,
	"failure_reason" text,
	"failure_message" text,
	"source_version_id" uuid,
	"previous_version_id" uuid,
	"passages_added" integer DEFAULT 0 NOT NULL,
	"passages_kept" integer DEFAULT 0 NOT NULL,
	"passages_removed" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "source_syncs_twin_unique" UNIQUE("tenant_id","twin_id","id"),
	CONSTRAINT "source_syncs_trigger_check" CHECK ("source_syncs"."trigger" in ('added', 'asked', 'schedule', 'replaced', 'edited')),
	CONSTRAINT "source_syncs_status_check" CHECK ("source_syncs"."status" in ('running', 'succeeded', 'unchanged', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "sync_pages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"sync_id" uuid NOT NULL,
	"source_id" uuid,
	"address" text NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sync_pages_address_unique" UNIQUE("sync_id","address"),
	CONSTRAINT "sync_pages_outcome_check" CHECK ("sync_pages"."outcome" in ('added', 'changed', 'unchanged', 'removed', 'skipped', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "result" jsonb;--> statement-breakpoint
ALTER TABLE "source_versions" ADD COLUMN "sketch" "bytea";--> statement-breakpoint
ALTER TABLE "source_versions" ADD COLUMN "reclaimed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "archive_path" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "crawl_bounds" jsonb;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "sync_every" text;--> statement-breakpoint
ALTER TABLE "content_findings" ADD CONSTRAINT "content_findings_source_fk" FOREIGN KEY ("tenant_id","twin_id","source_id") REFERENCES "public"."sources"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_findings" ADD CONSTRAINT "content_findings_other_source_fk" FOREIGN KEY ("tenant_id","twin_id","other_source_id") REFERENCES "public"."sources"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_syncs" ADD CONSTRAINT "source_syncs_source_fk" FOREIGN KEY ("tenant_id","twin_id","source_id") REFERENCES "public"."sources"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_pages" ADD CONSTRAINT "sync_pages_sync_fk" FOREIGN KEY ("tenant_id","twin_id","sync_id") REFERENCES "public"."source_syncs"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "content_findings_list" ON "content_findings" USING btree ("twin_id","status","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "content_findings_source" ON "content_findings" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "content_findings_other" ON "content_findings" USING btree ("other_source_id");--> statement-breakpoint
CREATE INDEX "source_syncs_list" ON "source_syncs" USING btree ("source_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "source_syncs_version" ON "source_syncs" USING btree ("source_version_id");--> statement-breakpoint
CREATE INDEX "sync_pages_list" ON "sync_pages" USING btree ("sync_id","outcome","id");--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_parent_fk" FOREIGN KEY ("tenant_id","twin_id","parent_id") REFERENCES "public"."sources"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sources_parent" ON "sources" USING btree ("parent_id","id");--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_sync_every_check" CHECK ("sources"."sync_every" in ('daily', 'weekly', 'monthly'));--> statement-breakpoint
select secure_tenant_table(name::regclass, twin_column => 'twin_id')
from unnest(array['source_syncs', 'sync_pages', 'content_findings']) as name;--> statement-breakpoint
grant select, insert, update, delete on source_syncs, sync_pages, content_findings to understudy_app;
