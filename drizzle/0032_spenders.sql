ALTER TABLE "usage_reservations" ADD COLUMN "others" uuid[];--> statement-breakpoint
-- A visitor's counts go with the visitor, a group's with the group.
grant delete on usage_counters to understudy_app;
