drop table usage_reservations;
drop table usage_quotas;
drop table usage_counters;
alter table messages drop column refused;
