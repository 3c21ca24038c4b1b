delete from jobs where kind in ('clustering', 'follow_up');
delete from visitor_notices where correction_id is null or status = 'unwanted';
alter table visitor_notices
  drop constraint visitor_notices_subject_check,
  drop constraint visitor_notices_status_check,
  add constraint visitor_notices_status_check check (status in ('waiting', 'sent', 'failed')),
  drop column cluster_id,
  alter column correction_id set not null;
drop table unwanted_mail;
drop table question_members;
drop table question_clusters;
alter table jobs
  drop constraint jobs_kind_check,
  add constraint jobs_kind_check check (kind in ('ingestion', 'reindex', 'index_fill', 'resync', 'health_check', 'quality_run', 'export', 'erasure',
    'bundle', 'notice', 'retention', 'reconcile', 'webhook', 'verification', 'import'));
