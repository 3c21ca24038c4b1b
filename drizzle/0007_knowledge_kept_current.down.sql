drop table sync_pages, source_syncs, content_findings;
alter table sources
  drop column parent_id,
  drop column archive_path,
  drop column crawl_bounds,
  drop column sync_every;
alter table source_versions
  drop column sketch,
  drop column reclaimed_at;
alter table jobs drop column result;
