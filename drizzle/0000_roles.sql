-- Roles belong to the whole server, so several databases and processes may create them at once.
do $$
declare
  wanted text;
  -- Since PostgreSQL 16 one can be a member of a role without the right to become it.
  right_to_become text := case
    when current_setting('server_version_num')::int >= 160000 then 'set' else 'member'
  end;
begin
  foreach wanted in array array['understudy_app', 'understudy_auth', 'understudy_resolver', 'understudy_dispatch'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
    if exists (select from pg_roles where rolname = wanted and (rolsuper or rolbypassrls)) then
      raise exception 'role % can bypass row-level security; take that away first', wanted;
    end if;
    begin
      if not pg_has_role(current_user, wanted, right_to_become) then
        execute format('grant %I to %I', wanted, current_user);
      end if;
    exception when unique_violation then null;
    end;
    execute format('grant usage on schema public to %I', wanted);
  end loop;
end $$;

-- Puts a table under its tenant: the application role sees the rows of the transaction's tenant (and
-- of its twins, where the scope is narrowed); the owner sees rows only where it asks to, in
-- migrations and in functions that give out ids.
create function secure_tenant_table(
  target regclass,
  tenant_column text default 'tenant_id',
  twin_column text default null
) returns void language plpgsql as $$
declare
  condition text := format(
    '%I = nullif(current_setting(''app.tenant_id'', true), '''')::uuid', tenant_column
  );
begin
  if twin_column is not null then
    condition := condition || format(
      ' and (nullif(current_setting(''app.twin_ids'', true), '''') is null'
      ' or %I = any (nullif(current_setting(''app.twin_ids'', true), '''')::uuid[]))',
      twin_column
    );
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s to understudy_app using (%s) with check (%s)',
    target, condition, condition
  );
  execute format(
    'create policy owner on %s to current_user'
    ' using (current_setting(''app.owner_scope'', true) = ''on'')'
    ' with check (current_setting(''app.owner_scope'', true) = ''on'')',
    target
  );
end $$;
revoke execute on function secure_tenant_table from public;
