CREATE TABLE "sync_passages" (
	"sync_id" uuid NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"change" text NOT NULL,
	"ordinal" integer NOT NULL,
	"chunk_id" uuid NOT NULL,
	"text" text NOT NULL,
	"locator" jsonb NOT NULL,
	CONSTRAINT "sync_passages_pk" PRIMARY KEY("sync_id","change","ordinal"),
	CONSTRAINT "sync_passages_change_check" CHECK ("sync_passages"."change" in ('added', 'removed'))
);
--> statement-breakpoint
ALTER TABLE "sync_passages" ADD CONSTRAINT "sync_passages_sync_fk" FOREIGN KEY ("tenant_id","twin_id","sync_id") REFERENCES "public"."source_syncs"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
select secure_tenant_table('sync_passages', twin_column => 'twin_id');--> statement-breakpoint
grant select, insert, delete on sync_passages to understudy_app;
