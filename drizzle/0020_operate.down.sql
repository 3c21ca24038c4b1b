drop table visitor_notices;
drop table answer_corrections;
drop table conversation_notes;
drop table exports;
drop table message_words;
drop table user_events;
drop function search_of;
drop function words_of;
alter table conversations drop column tags;
alter table conversations drop column is_flagged;
alter table conversations drop column reviewed_by;
alter table conversations drop column reviewed_at;
alter table conversations drop constraint conversations_channel_check;
update conversations set channel = 'api' where channel = 'mcp';
alter table conversations add constraint conversations_channel_check
  check (channel in ('studio', 'api', 'link', 'widget', 'page'));
