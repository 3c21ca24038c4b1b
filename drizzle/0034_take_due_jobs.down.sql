drop function take_due_jobs;
