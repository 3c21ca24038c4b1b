CREATE TABLE "verified_near_misses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"verified_qna_id" uuid NOT NULL,
	"question" text NOT NULL,
	"phrasing" text NOT NULL,
	"score" real NOT NULL,
	"because" text NOT NULL,
	"times_asked" integer DEFAULT 1 NOT NULL,
	"last_asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "verified_near_misses_question_unique" UNIQUE("verified_qna_id","question")
);
--> statement-breakpoint
CREATE TABLE "verified_qna" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"question" text NOT NULL,
	"question_key" text NOT NULL,
	"phrasings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"answer" text NOT NULL,
	"review_by" timestamp (3) with time zone,
	"source_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "verified_qna_twin_unique" UNIQUE("tenant_id","twin_id","id"),
	CONSTRAINT "verified_qna_question_unique" UNIQUE("twin_id","question_key")
);
--> statement-breakpoint
CREATE TABLE "verified_qna_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"verified_qna_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"question" text NOT NULL,
	"phrasings" jsonb NOT NULL,
	"answer" text NOT NULL,
	"review_by" timestamp (3) with time zone,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "verified_qna_versions_number_unique" UNIQUE("verified_qna_id","number")
);
--> statement-breakpoint
ALTER TABLE "twins" ADD COLUMN "verified_revision" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "verified_near_misses" ADD CONSTRAINT "verified_near_misses_qna_fk" FOREIGN KEY ("tenant_id","twin_id","verified_qna_id") REFERENCES "public"."verified_qna"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verified_qna" ADD CONSTRAINT "verified_qna_twin_fk" FOREIGN KEY ("tenant_id","twin_id") REFERENCES "public"."twins"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verified_qna" ADD CONSTRAINT "verified_qna_source_fk" FOREIGN KEY ("tenant_id","twin_id","source_id") REFERENCES "public"."sources"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verified_qna_versions" ADD CONSTRAINT "verified_qna_versions_qna_fk" FOREIGN KEY ("tenant_id","twin_id","verified_qna_id") REFERENCES "public"."verified_qna"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "verified_near_misses_list" ON "verified_near_misses" USING btree ("twin_id","last_asked_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "verified_qna_list" ON "verified_qna" USING btree ("twin_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "verified_qna_source" ON "verified_qna" USING btree ("source_id");--> statement-breakpoint
select secure_tenant_table(name::regclass, twin_column => 'twin_id')
from unnest(array['verified_qna', 'verified_qna_versions', 'verified_near_misses']) as name;--> statement-breakpoint
grant select, insert, update, delete on verified_qna, verified_near_misses to understudy_app;--> statement-breakpoint
grant select, insert on verified_qna_versions to understudy_app;
