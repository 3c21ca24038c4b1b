alter table twins drop column boundaries;
