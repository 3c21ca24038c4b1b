do $$
declare
  secured text;
begin
  foreach secured in array array['conversations', 'visitors', 'message_words'] loop
    execute format('drop policy tenant on %I', secured);
    execute format('drop policy owner on %I', secured);
    execute format('drop policy visitor on %I', secured);
    perform secure_tenant_table(secured::regclass, twin_column => 'twin_id');
  end loop;
end $$;
create policy visitor on conversations as restrictive to understudy_app
  using (nullif(current_setting('app.visitor_id', true), '') is null
    or visitor_id = nullif(current_setting('app.visitor_id', true), '')::uuid);
create policy visitor on visitors as restrictive to understudy_app
  using (nullif(current_setting('app.visitor_id', true), '') is null
    or id = nullif(current_setting('app.visitor_id', true), '')::uuid);
create policy visitor on message_words as restrictive for select to understudy_app
  using (nullif(current_setting('app.visitor_id', true), '') is null);
drop index user_events_figures;
alter table user_events drop column marks;
do $$
declare
  list record;
begin
  for list in select indexname as name, indexdef as made from pg_indexes
    where schemaname = 'public' and indexdef like '% DESC%'
  loop
    execute format('drop index %I', list.name);
    execute replace(list.made, ' DESC', ' DESC NULLS LAST');
  end loop;
end $$;
