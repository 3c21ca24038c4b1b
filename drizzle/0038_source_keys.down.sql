alter table sources drop column added_by_key_id;--> statement-breakpoint
alter table sources drop column paused_sync_every;
