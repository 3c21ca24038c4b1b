CREATE TABLE "service_health_logs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"detail" text,
	"began_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "service_health_logs_name_seen_at_index" ON "service_health_logs" USING btree ("name","seen_at");--> statement-breakpoint
CREATE INDEX "service_health_logs_seen_at_index" ON "service_health_logs" USING btree ("seen_at");--> statement-breakpoint
-- Of the instance, not of a tenant: states and the product's own words for them, for whoever may see its status.
grant select, insert, update, delete on service_health_logs to understudy_dispatch;
grant select on service_health_logs to understudy_app;
