drop function secure_tenant_table;

-- Another database on this server may still need the roles.
do $$
declare
  unwanted text;
begin
  foreach unwanted in array array['understudy_app', 'understudy_auth', 'understudy_resolver', 'understudy_dispatch'] loop
    execute format('revoke usage on schema public from %I', unwanted);
    begin
      execute format('drop role %I', unwanted);
    exception when dependent_objects_still_exist or undefined_object or insufficient_privilege then null;
    end;
  end loop;
end $$;
