revoke delete on usage_counters from understudy_app;
-- What it keeps is of calls under way: a call's twin pays as before.
alter table usage_reservations drop column others;
