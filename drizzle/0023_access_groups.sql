CREATE TABLE "access_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"rank" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "access_groups_twin_unique" UNIQUE("tenant_id","twin_id","id"),
	CONSTRAINT "access_groups_name_unique" UNIQUE("twin_id","name")
);
--> statement-breakpoint
CREATE TABLE "content_permissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"source_id" uuid,
	"verified_qna_id" uuid,
	CONSTRAINT "content_permissions_source_unique" UNIQUE("group_id","source_id"),
	CONSTRAINT "content_permissions_qna_unique" UNIQUE("group_id","verified_qna_id")
);
--> statement-breakpoint
CREATE TABLE "group_limits" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"visitor_per_day" integer,
	"visitor_per_month" integer,
	"group_per_day" integer,
	"group_per_month" integer,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_memberships" (
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "group_memberships_pk" PRIMARY KEY("group_id","kind","value"),
	CONSTRAINT "group_memberships_kind_check" CHECK ("group_memberships"."kind" in ('link', 'widget', 'key', 'claim', 'email', 'domain'))
);
--> statement-breakpoint
CREATE TABLE "group_overrides" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"overrides" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_usage" (
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"period" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"question_count" integer NOT NULL,
	CONSTRAINT "group_usage_pk" PRIMARY KEY("group_id","subject_id","period","starts_at"),
	CONSTRAINT "group_usage_period_check" CHECK ("group_usage"."period" in ('day', 'month'))
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "access_group_ids" uuid[];--> statement-breakpoint
ALTER TABLE "share_links" ADD COLUMN "scope_source_ids" uuid[];--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "is_restricted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "verified_qna" ADD COLUMN "is_restricted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "visitor_sessions" ADD COLUMN "verified_email" text;--> statement-breakpoint
ALTER TABLE "visitor_sessions" ADD COLUMN "verified_claims" text[];--> statement-breakpoint
ALTER TABLE "access_groups" ADD CONSTRAINT "access_groups_twin_fk" FOREIGN KEY ("tenant_id","twin_id") REFERENCES "public"."twins"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_permissions" ADD CONSTRAINT "content_permissions_group_fk" FOREIGN KEY ("tenant_id","twin_id","group_id") REFERENCES "public"."access_groups"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_permissions" ADD CONSTRAINT "content_permissions_source_fk" FOREIGN KEY ("tenant_id","twin_id","source_id") REFERENCES "public"."sources"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_permissions" ADD CONSTRAINT "content_permissions_qna_fk" FOREIGN KEY ("tenant_id","twin_id","verified_qna_id") REFERENCES "public"."verified_qna"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_limits" ADD CONSTRAINT "group_limits_group_fk" FOREIGN KEY ("tenant_id","twin_id","group_id") REFERENCES "public"."access_groups"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_memberships" ADD CONSTRAINT "group_memberships_group_fk" FOREIGN KEY ("tenant_id","twin_id","group_id") REFERENCES "public"."access_groups"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_overrides" ADD CONSTRAINT "group_overrides_group_fk" FOREIGN KEY ("tenant_id","twin_id","group_id") REFERENCES "public"."access_groups"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_usage" ADD CONSTRAINT "group_usage_group_fk" FOREIGN KEY ("tenant_id","twin_id","group_id") REFERENCES "public"."access_groups"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "content_permissions_source" ON "content_permissions" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "content_permissions_qna" ON "content_permissions" USING btree ("verified_qna_id");--> statement-breakpoint
CREATE INDEX "group_memberships_member" ON "group_memberships" USING btree ("twin_id","kind","value");--> statement-breakpoint
CREATE INDEX "group_overrides_twin" ON "group_overrides" USING btree ("twin_id");--> statement-breakpoint
CREATE INDEX "group_usage_old" ON "group_usage" USING btree ("group_id","starts_at");--> statement-breakpoint
CREATE INDEX "sources_restricted" ON "sources" USING btree ("twin_id","id") WHERE "sources"."is_restricted";--> statement-breakpoint
CREATE INDEX "verified_qna_restricted" ON "verified_qna" USING btree ("twin_id","id") WHERE "verified_qna"."is_restricted";--> statement-breakpoint
select secure_tenant_table(name::regclass, twin_column => 'twin_id')
from unnest(array['access_groups', 'group_memberships', 'content_permissions', 'group_limits', 'group_overrides', 'group_usage']) as name;--> statement-breakpoint
grant select, insert, update, delete on access_groups, group_limits, group_overrides, group_usage to understudy_app;--> statement-breakpoint
grant select, insert, delete on group_memberships, content_permissions to understudy_app;
