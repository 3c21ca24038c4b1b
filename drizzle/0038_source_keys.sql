ALTER TABLE "sources" ADD COLUMN "paused_sync_every" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "added_by_key_id" uuid;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_paused_sync_every_check" CHECK ("sources"."paused_sync_every" in ('daily', 'weekly', 'monthly'));