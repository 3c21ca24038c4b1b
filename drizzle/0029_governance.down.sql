revoke delete on job_logs from understudy_app;
drop table governance_violations;
drop table governance_policies;
