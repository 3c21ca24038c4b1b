drop table service_health_logs;
