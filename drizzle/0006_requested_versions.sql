ALTER TABLE "source_versions" DROP CONSTRAINT "source_versions_stage_check";--> statement-breakpoint
ALTER TABLE "source_versions" ALTER COLUMN "sha256" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "source_versions" ALTER COLUMN "byte_size" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "source_versions" ALTER COLUMN "media_type" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "source_versions" ALTER COLUMN "blob_key" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "source_versions" ADD COLUMN "url" text;--> statement-breakpoint
ALTER TABLE "source_versions" ADD COLUMN "canonical_url" text;--> statement-breakpoint
ALTER TABLE "source_versions" ADD COLUMN "etag" text;--> statement-breakpoint
ALTER TABLE "source_versions" ADD COLUMN "last_modified" text;--> statement-breakpoint
ALTER TABLE "source_versions" ADD CONSTRAINT "source_versions_bytes_check" CHECK ("source_versions"."stage" = 'requested' or ("source_versions"."sha256" is not null and "source_versions"."byte_size" is not null
        and "source_versions"."media_type" is not null and "source_versions"."blob_key" is not null));--> statement-breakpoint
ALTER TABLE "source_versions" ADD CONSTRAINT "source_versions_stage_check" CHECK ("source_versions"."stage" in ('received', 'parsed', 'chunked', 'embedded', 'indexed', 'live', 'requested'));--> statement-breakpoint
-- What the way back had to disguise, because every version had bytes then.
update source_versions
set stage = 'requested', sha256 = null, byte_size = null, media_type = null, blob_key = null
where blob_key = '';
