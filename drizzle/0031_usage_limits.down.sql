alter table usage_quotas
  drop column messages_per_day,
  drop column messages_per_month,
  drop column sources,
  drop column storage_bytes;
alter table usage_counters drop constraint usage_counters_period_unique;
-- The program before this step reads months alone: a day's count stands beside them.
update usage_counters set month = month + interval '1 millisecond' where period = 'day';
alter table usage_counters drop column period, drop column messages;
alter table usage_counters add constraint usage_counters_month_unique unique (tenant_id, subject_id, month);
