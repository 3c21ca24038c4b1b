drop table idempotent_calls;
