DROP INDEX "jobs_waiting";--> statement-breakpoint
CREATE INDEX "jobs_due_of_tenant" ON "jobs" USING btree ("tenant_id","due_at") WHERE "jobs"."status" = 'queued' and "jobs"."dispatched_at" is null;--> statement-breakpoint
CREATE INDEX "jobs_waiting" ON "jobs" USING btree ("tenant_id","dispatched_at") WHERE "jobs"."status" = 'queued' and "jobs"."dispatched_at" is not null;