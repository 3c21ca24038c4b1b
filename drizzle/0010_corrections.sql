CREATE TABLE "chunk_overlays" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"twin_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'applied' NOT NULL,
	"text" text,
	"original" text NOT NULL,
	"locator" jsonb NOT NULL,
	"ordinal" integer NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"before_hash" "bytea",
	"after_hash" "bytea",
	"chunk_id" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "chunk_overlays_kind_check" CHECK ("chunk_overlays"."kind" in ('edit', 'hide', 'pin')),
	CONSTRAINT "chunk_overlays_status_check" CHECK ("chunk_overlays"."status" in ('applied', 'changed', 'unmatched'))
);
--> statement-breakpoint
ALTER TABLE "chunks" ADD COLUMN "state" text;--> statement-breakpoint
ALTER TABLE "chunks" ADD COLUMN "shown_text" text;--> statement-breakpoint
ALTER TABLE "chunks" ADD COLUMN "shown_locator" jsonb;--> statement-breakpoint
ALTER TABLE "chunks" ADD COLUMN "is_pinned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "citations" ADD COLUMN "corrected" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "chunk_overlays" ADD CONSTRAINT "chunk_overlays_chunk_id_chunks_id_fk" FOREIGN KEY ("chunk_id") REFERENCES "public"."chunks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chunk_overlays" ADD CONSTRAINT "chunk_overlays_source_fk" FOREIGN KEY ("tenant_id","twin_id","source_id") REFERENCES "public"."sources"("tenant_id","twin_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "chunk_overlays_passage_unique" ON "chunk_overlays" USING btree ("chunk_id","kind") WHERE "chunk_overlays"."chunk_id" is not null;--> statement-breakpoint
CREATE INDEX "chunk_overlays_list" ON "chunk_overlays" USING btree ("twin_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "chunk_overlays_source" ON "chunk_overlays" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "chunks_pinned" ON "chunks" USING btree ("twin_id") WHERE "chunks"."is_pinned";--> statement-breakpoint
ALTER TABLE "chunks" ADD CONSTRAINT "chunks_state_check" CHECK ("chunks"."state" in ('corrected', 'hidden', 'trimmed'));--> statement-breakpoint
select secure_tenant_table('chunk_overlays', twin_column => 'twin_id');--> statement-breakpoint
grant select, insert, update, delete on chunk_overlays to understudy_app;
