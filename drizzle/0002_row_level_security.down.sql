do $$
declare
  rule record;
begin
  for rule in select * from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I', rule.policyname, rule.tablename);
    execute format('alter table %I no force row level security', rule.tablename);
    execute format('alter table %I disable row level security', rule.tablename);
  end loop;
end $$;
revoke all on all tables in schema public
  from understudy_app, understudy_auth, understudy_resolver, understudy_dispatch;
alter table sources drop constraint sources_live_version_fk;
