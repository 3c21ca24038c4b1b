drop trigger count_questions_gone on user_events;
drop trigger count_questions_hidden on user_events;
drop trigger count_questions_asked on user_events;
drop function count_visitor_questions;
drop function visitor_words_of;
drop table visitor_words;
drop table notices;
drop table notice_mails;
drop table notice_preferences;
delete from group_memberships where kind = 'visitor';
alter table group_memberships
  drop constraint group_memberships_kind_check,
  add constraint group_memberships_kind_check check (kind in ('link', 'widget', 'key', 'claim', 'email', 'domain'));
delete from jobs where kind = 'import';
alter table jobs
  drop constraint jobs_kind_check,
  add constraint jobs_kind_check check (kind in ('ingestion', 'reindex', 'index_fill', 'resync',
    'health_check', 'quality_run', 'export', 'erasure', 'notice', 'retention', 'reconcile', 'webhook', 'verification'));
drop index visitors_busy;
drop index visitors_person;
drop index visitors_external;
drop index visitors_email;
drop index visitors_merged;
alter table visitors
  drop column consent_place,
  drop column source,
  drop column external_id,
  drop column tags,
  drop column note,
  drop column merged_into_id,
  drop column question_count,
  drop column blocked_reason;
