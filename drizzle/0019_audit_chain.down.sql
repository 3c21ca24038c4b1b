drop function seal_audit_events;
drop function resolve_unsealed_tenants;
drop index audit_events_by_actor;
drop index audit_events_by_action;
