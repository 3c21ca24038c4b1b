CREATE TABLE "clarifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"question" text NOT NULL,
	"question_key" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"times_asked" integer DEFAULT 1 NOT NULL,
	"last_asked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"message_id" uuid,
	"verified_qna_id" uuid,
	"belief_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clarifications_question_unique" UNIQUE("twin_id","question_key"),
	CONSTRAINT "clarifications_status_check" CHECK ("clarifications"."status" in ('open', 'answered', 'dismissed'))
);
--> statement-breakpoint
CREATE TABLE "owner_belief_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"belief_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"statement" text NOT NULL,
	"scope" text,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "owner_belief_versions_number_unique" UNIQUE("belief_id","number")
);
--> statement-breakpoint
CREATE TABLE "owner_beliefs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"statement" text NOT NULL,
	"scope" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "owner_beliefs_twin_unique" UNIQUE("tenant_id","twin_id","id")
);
--> statement-breakpoint
CREATE TABLE "source_impacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"sync_id" uuid,
	"verified_qna_id" uuid,
	"belief_id" uuid,
	"before" text,
	"after" text,
	"fingerprint" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"looked_at" timestamp (3) with time zone,
	CONSTRAINT "source_impacts_verified_unique" UNIQUE("verified_qna_id","source_id","fingerprint"),
	CONSTRAINT "source_impacts_belief_unique" UNIQUE("belief_id","source_id","fingerprint"),
	CONSTRAINT "source_impacts_subject_check" CHECK ("source_impacts"."verified_qna_id" is not null or "source_impacts"."belief_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "content_findings" DROP CONSTRAINT "content_findings_pair_unique";--> statement-breakpoint
ALTER TABLE "content_findings" DROP CONSTRAINT "content_findings_kind_check";--> statement-breakpoint
ALTER TABLE "sources" DROP CONSTRAINT "sources_kind_check";--> statement-breakpoint
ALTER TABLE "content_findings" ADD COLUMN "verified_qna_id" uuid;--> statement-breakpoint
ALTER TABLE "content_findings" ADD COLUMN "fingerprint" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "clarifications" ADD CONSTRAINT "clarifications_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clarifications" ADD CONSTRAINT "clarifications_verified_qna_id_verified_qna_id_fk" FOREIGN KEY ("verified_qna_id") REFERENCES "public"."verified_qna"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clarifications" ADD CONSTRAINT "clarifications_belief_id_owner_beliefs_id_fk" FOREIGN KEY ("belief_id") REFERENCES "public"."owner_beliefs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clarifications" ADD CONSTRAINT "clarifications_twin_fk" FOREIGN KEY ("tenant_id","twin_id") REFERENCES "public"."twins"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_belief_versions" ADD CONSTRAINT "owner_belief_versions_belief_fk" FOREIGN KEY ("tenant_id","twin_id","belief_id") REFERENCES "public"."owner_beliefs"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_beliefs" ADD CONSTRAINT "owner_beliefs_source_fk" FOREIGN KEY ("tenant_id","twin_id","id") REFERENCES "public"."sources"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_impacts" ADD CONSTRAINT "source_impacts_source_fk" FOREIGN KEY ("tenant_id","twin_id","source_id") REFERENCES "public"."sources"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_impacts" ADD CONSTRAINT "source_impacts_sync_fk" FOREIGN KEY ("tenant_id","twin_id","sync_id") REFERENCES "public"."source_syncs"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_impacts" ADD CONSTRAINT "source_impacts_verified_fk" FOREIGN KEY ("tenant_id","twin_id","verified_qna_id") REFERENCES "public"."verified_qna"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_impacts" ADD CONSTRAINT "source_impacts_belief_fk" FOREIGN KEY ("tenant_id","twin_id","belief_id") REFERENCES "public"."owner_beliefs"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clarifications_list" ON "clarifications" USING btree ("twin_id","status","last_asked_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "clarifications_message" ON "clarifications" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "clarifications_verified" ON "clarifications" USING btree ("verified_qna_id");--> statement-breakpoint
CREATE INDEX "clarifications_belief" ON "clarifications" USING btree ("belief_id");--> statement-breakpoint
CREATE INDEX "source_impacts_sync" ON "source_impacts" USING btree ("sync_id");--> statement-breakpoint
CREATE INDEX "source_impacts_source" ON "source_impacts" USING btree ("source_id");--> statement-breakpoint
ALTER TABLE "content_findings" ADD CONSTRAINT "content_findings_verified_fk" FOREIGN KEY ("tenant_id","twin_id","verified_qna_id") REFERENCES "public"."verified_qna"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "content_findings_verified" ON "content_findings" USING btree ("verified_qna_id");--> statement-breakpoint
ALTER TABLE "content_findings" ADD CONSTRAINT "content_findings_pair_unique" UNIQUE NULLS NOT DISTINCT("twin_id","kind","source_id","other_source_id","verified_qna_id","fingerprint");--> statement-breakpoint
ALTER TABLE "content_findings" ADD CONSTRAINT "content_findings_kind_check" CHECK ("content_findings"."kind" in ('near_duplicate', 'contradiction', 'thin', 'garbled', 'stale'));--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_kind_check" CHECK ("sources"."kind" in ('file', 'url', 'sitemap', 'youtube', 'note', 'qna', 'belief'));--> statement-breakpoint
select secure_tenant_table(name::regclass, twin_column => 'twin_id')
from unnest(array['owner_beliefs', 'owner_belief_versions', 'source_impacts', 'clarifications']) as name;--> statement-breakpoint
grant select, insert, update, delete on owner_beliefs, source_impacts, clarifications to understudy_app;--> statement-breakpoint
grant select, insert on owner_belief_versions to understudy_app;--> statement-breakpoint
-- What the way back kept of kinds that the step before does not know.
do $$ begin
  if to_regclass('understudy_migrations.kept_findings_of_health') is not null then
    insert into content_findings select * from understudy_migrations.kept_findings_of_health
      on conflict do nothing;
    update sources set kind = 'belief'
      where id in (select id from understudy_migrations.kept_belief_sources);
    drop table understudy_migrations.kept_findings_of_health, understudy_migrations.kept_belief_sources;
  end if;
end $$;
