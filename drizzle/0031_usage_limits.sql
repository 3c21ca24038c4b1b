-- What the way back moved aside, that a day's first moment is no month's.
update usage_counters set month = month - interval '1 millisecond' where month <> date_trunc('month', month, 'UTC');--> statement-breakpoint
ALTER TABLE "usage_counters" DROP CONSTRAINT "usage_counters_month_unique";--> statement-breakpoint
ALTER TABLE "usage_counters" ADD COLUMN "period" text DEFAULT 'month' NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_counters" ADD COLUMN "messages" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_quotas" ADD COLUMN "messages_per_day" bigint;--> statement-breakpoint
ALTER TABLE "usage_quotas" ADD COLUMN "messages_per_month" bigint;--> statement-breakpoint
ALTER TABLE "usage_quotas" ADD COLUMN "sources" bigint;--> statement-breakpoint
ALTER TABLE "usage_quotas" ADD COLUMN "storage_bytes" bigint;--> statement-breakpoint
ALTER TABLE "usage_counters" ADD CONSTRAINT "usage_counters_period_unique" UNIQUE("tenant_id","subject_id","period","month");--> statement-breakpoint
ALTER TABLE "usage_counters" ADD CONSTRAINT "usage_counters_period_check" CHECK ("usage_counters"."period" in ('day', 'month'));
