CREATE TABLE "idempotent_calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"caller" text NOT NULL,
	"key" text NOT NULL,
	"place" integer NOT NULL,
	"fingerprint" "bytea" NOT NULL,
	"attempt" integer DEFAULT 1 NOT NULL,
	"lease_until" timestamp (3) with time zone NOT NULL,
	"has_effect" boolean DEFAULT false NOT NULL,
	"reply" "bytea",
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotent_calls_key_unique" UNIQUE("tenant_id","caller","key","place")
);
--> statement-breakpoint
ALTER TABLE "idempotent_calls" ADD CONSTRAINT "idempotent_calls_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotent_calls_old" ON "idempotent_calls" USING btree ("tenant_id","created_at");--> statement-breakpoint
select secure_tenant_table('idempotent_calls');--> statement-breakpoint
grant select, insert, update, delete on idempotent_calls to understudy_app;
