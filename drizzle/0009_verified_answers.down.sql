drop table verified_near_misses, verified_qna_versions, verified_qna;
alter table twins drop column verified_revision;
