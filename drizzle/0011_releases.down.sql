alter table twins drop column current_release_id;
alter table conversations drop column release_id;
alter table messages drop column release_id;
drop table releases, quality_results, quality_runs, quality_tests;
