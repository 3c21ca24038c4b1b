drop trigger announce_due_job on jobs;
drop function announce_due_job;
drop trigger announce_source on sources;
drop trigger announce_job on jobs;
drop function announce_change;
drop function resolve_unfinished_messages;
drop function resolve_twin_handle;
drop function resolve_api_key;
