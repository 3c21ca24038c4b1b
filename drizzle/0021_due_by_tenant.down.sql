drop index jobs_due_of_tenant;
drop index jobs_waiting;
create index jobs_waiting on jobs (dispatched_at) where status = 'queued' and dispatched_at is not null;
