delete from jobs where kind = 'index_fill';
delete from source_versions where generation_id is not null
  and not exists (select from sources where live_version_id = source_versions.id);
update source_syncs set trigger = 'asked' where trigger = 'recut';
drop index source_versions_blob;
alter table source_versions
  drop column chunking,
  drop column derived_from_id,
  drop column generation_id;
alter table sources drop column chunking;
drop table index_generations;
alter table jobs
  drop constraint jobs_kind_check,
  add constraint jobs_kind_check check (kind in ('ingestion', 'reindex', 'resync', 'health_check',
    'quality_run', 'export', 'erasure', 'notice', 'retention', 'reconcile'));
alter table source_syncs
  drop constraint source_syncs_trigger_check,
  add constraint source_syncs_trigger_check
    check (trigger in ('added', 'asked', 'schedule', 'replaced', 'edited'));
