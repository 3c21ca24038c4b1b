CREATE TABLE "quality_results" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"test_id" uuid NOT NULL,
	"test_revision" integer NOT NULL,
	"side" text NOT NULL,
	"configuration_hash" text NOT NULL,
	"verdict" text NOT NULL,
	"answered" boolean NOT NULL,
	"is_leak" boolean NOT NULL,
	"is_over_refusal" boolean NOT NULL,
	"detail" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "quality_results_test_unique" UNIQUE("run_id","test_id","side"),
	CONSTRAINT "quality_results_side_check" CHECK ("quality_results"."side" in ('tested', 'compared')),
	CONSTRAINT "quality_results_verdict_check" CHECK ("quality_results"."verdict" in ('passed', 'failed', 'skipped'))
);
--> statement-breakpoint
CREATE TABLE "quality_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"status" text DEFAULT 'running' NOT NULL,
	"trigger" text NOT NULL,
	"configuration" jsonb NOT NULL,
	"configuration_hash" text NOT NULL,
	"release_id" uuid,
	"compared_release_id" uuid,
	"content_revision" bigint NOT NULL,
	"verified_revision" bigint NOT NULL,
	"source_versions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"tests" jsonb NOT NULL,
	"tokens_spent" integer DEFAULT 0 NOT NULL,
	"summary" jsonb,
	"failure_reason" text,
	"seen_at" timestamp (3) with time zone,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "quality_runs_twin_unique" UNIQUE("tenant_id","twin_id","id"),
	CONSTRAINT "quality_runs_status_check" CHECK ("quality_runs"."status" in ('running', 'succeeded', 'failed', 'cancelled')),
	CONSTRAINT "quality_runs_trigger_check" CHECK ("quality_runs"."trigger" in ('asked', 'publish', 'content'))
);
--> statement-breakpoint
CREATE TABLE "quality_tests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"question" text NOT NULL,
	"expectations" jsonb NOT NULL,
	"origin" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "quality_tests_twin_unique" UNIQUE("tenant_id","twin_id","id"),
	CONSTRAINT "quality_tests_origin_check" CHECK ("quality_tests"."origin" in ('hand', 'conversation', 'content'))
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"configuration" jsonb NOT NULL,
	"configuration_hash" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"override_reason" text,
	"quality_run_id" uuid,
	"source_versions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "releases_twin_unique" UNIQUE("tenant_id","twin_id","id"),
	CONSTRAINT "releases_number_unique" UNIQUE("twin_id","number")
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "release_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "release_id" uuid;--> statement-breakpoint
ALTER TABLE "twins" ADD COLUMN "current_release_id" uuid;--> statement-breakpoint
ALTER TABLE "quality_results" ADD CONSTRAINT "quality_results_run_fk" FOREIGN KEY ("tenant_id","twin_id","run_id") REFERENCES "public"."quality_runs"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_runs" ADD CONSTRAINT "quality_runs_twin_fk" FOREIGN KEY ("tenant_id","twin_id") REFERENCES "public"."twins"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_tests" ADD CONSTRAINT "quality_tests_twin_fk" FOREIGN KEY ("tenant_id","twin_id") REFERENCES "public"."twins"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_twin_fk" FOREIGN KEY ("tenant_id","twin_id") REFERENCES "public"."twins"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_run_fk" FOREIGN KEY ("quality_run_id") REFERENCES "public"."quality_runs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "quality_results_last" ON "quality_results" USING btree ("test_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "quality_runs_list" ON "quality_runs" USING btree ("twin_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "quality_runs_running" ON "quality_runs" USING btree ("twin_id") WHERE "quality_runs"."status" = 'running';--> statement-breakpoint
CREATE INDEX "quality_tests_list" ON "quality_tests" USING btree ("twin_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "releases_run" ON "releases" USING btree ("quality_run_id") WHERE "releases"."quality_run_id" is not null;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_release" ON "conversations" USING btree ("release_id") WHERE "conversations"."release_id" is not null;--> statement-breakpoint
CREATE INDEX "messages_release" ON "messages" USING btree ("release_id") WHERE "messages"."release_id" is not null;--> statement-breakpoint
ALTER TABLE "twins" ADD CONSTRAINT "twins_current_release_fk" FOREIGN KEY ("tenant_id","id","current_release_id") REFERENCES "public"."releases"("tenant_id","twin_id","id");--> statement-breakpoint
select secure_tenant_table(name::regclass, twin_column => 'twin_id')
from unnest(array['releases', 'quality_tests', 'quality_runs', 'quality_results']) as name;--> statement-breakpoint
grant select, insert on releases to understudy_app;--> statement-breakpoint
grant select, insert, update, delete on quality_tests to understudy_app;--> statement-breakpoint
grant select, insert on quality_runs, quality_results to understudy_app;--> statement-breakpoint
grant update (status, source_versions, tokens_spent, summary, failure_reason, seen_at, finished_at)
  on quality_runs to understudy_app;
