delete from jobs where kind = 'weighing';
alter table jobs drop constraint jobs_kind_check;
alter table jobs add constraint jobs_kind_check check (kind in ('ingestion', 'reindex', 'index_fill', 'resync', 'health_check', 'quality_run', 'export', 'erasure',
  'bundle', 'notice', 'retention', 'reconcile', 'webhook', 'verification', 'import', 'clustering', 'follow_up'));
alter table index_generations drop column weighing;
