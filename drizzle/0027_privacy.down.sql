drop function erase_tenant;
drop function count_mentions;
drop function count_kept_rows;
revoke delete on visitors, usage_quotas from understudy_app;
drop table twin_imports;
drop table erasures;
delete from jobs where kind = 'bundle' or (kind in ('export', 'erasure') and twin_id is null);
alter table jobs drop constraint jobs_kind_check;
alter table jobs add constraint jobs_kind_check check (kind in ('ingestion', 'reindex', 'index_fill', 'resync',
  'health_check', 'quality_run', 'export', 'erasure', 'notice', 'retention', 'reconcile', 'webhook', 'verification', 'import'));
delete from exports where kind <> 'conversations' or twin_id is null or format not in ('csv', 'jsonl');
drop index exports_list;
alter table exports drop constraint exports_kind_check;
alter table exports drop column subject_id;
alter table exports drop column kind;
alter table exports alter column byte_size type integer;
alter table exports alter column twin_id set not null;
alter table exports drop constraint exports_format_check;
alter table exports add constraint exports_format_check check (format in ('csv', 'jsonl'));
