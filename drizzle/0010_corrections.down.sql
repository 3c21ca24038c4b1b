drop table chunk_overlays;
alter table citations drop column corrected;
alter table chunks
  drop column state,
  drop column shown_text,
  drop column shown_locator,
  drop column is_pinned;
