create table understudy_migrations.kept_findings_of_health as
  select * from content_findings where kind <> 'near_duplicate';
create table understudy_migrations.kept_belief_sources as
  select id from sources where kind = 'belief';
delete from content_findings where kind <> 'near_duplicate';
-- The step before knows a belief as the note that it is stored as.
update sources set kind = 'note' where kind = 'belief';
drop table clarifications, source_impacts, owner_belief_versions, owner_beliefs;
alter table content_findings
  drop constraint content_findings_pair_unique,
  drop constraint content_findings_kind_check,
  drop column verified_qna_id,
  drop column fingerprint,
  add constraint content_findings_pair_unique
    unique nulls not distinct (twin_id, kind, source_id, other_source_id),
  add constraint content_findings_kind_check check (kind in ('near_duplicate'));
alter table sources
  drop constraint sources_kind_check,
  add constraint sources_kind_check
    check (kind in ('file', 'url', 'sitemap', 'youtube', 'note', 'qna'));
