CREATE TABLE "governance_policies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"rules" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "governance_policies_subject_unique" UNIQUE("tenant_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "governance_violations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"conversation_id" uuid,
	"message_id" uuid,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"count" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "governance_violations_kind_check" CHECK ("governance_violations"."kind" in ('redacted_stored', 'redacted_provider', 'redacted_answer', 'refused', 'withheld', 'uncited', 'forbidden_provider'))
);
--> statement-breakpoint
ALTER TABLE "governance_policies" ADD CONSTRAINT "governance_policies_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "governance_violations" ADD CONSTRAINT "governance_violations_twin_fk" FOREIGN KEY ("tenant_id","twin_id") REFERENCES "public"."twins"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "governance_violations" ADD CONSTRAINT "governance_violations_conversation_fk" FOREIGN KEY ("tenant_id","twin_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "governance_violations_list" ON "governance_violations" USING btree ("tenant_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "governance_violations_twin" ON "governance_violations" USING btree ("twin_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "governance_violations_conversation" ON "governance_violations" USING btree ("conversation_id");--> statement-breakpoint
select secure_tenant_table('governance_policies');--> statement-breakpoint
select secure_tenant_table('governance_violations', twin_column => 'twin_id');--> statement-breakpoint
grant select, insert, update on governance_policies to understudy_app;--> statement-breakpoint
grant select, insert on governance_violations to understudy_app;--> statement-breakpoint
-- What has outlived the rules goes, a few rows at a time.
grant delete on job_logs to understudy_app;
