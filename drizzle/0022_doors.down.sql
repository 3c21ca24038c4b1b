delete from jobs where kind in ('webhook', 'verification');
revoke delete on jobs from understudy_app;
drop table twin_verification;
drop table deliveries;
drop table webhooks;
alter table jobs
  drop constraint jobs_kind_check,
  add constraint jobs_kind_check check (kind in ('ingestion', 'reindex', 'index_fill', 'resync',
    'health_check', 'quality_run', 'export', 'erasure', 'notice', 'retention', 'reconcile'));
