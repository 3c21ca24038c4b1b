drop index citations_version;
drop index source_impacts_list;
