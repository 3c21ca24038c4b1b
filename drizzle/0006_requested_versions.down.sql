update source_versions set
  stage = 'received',
  sha256 = coalesce(sha256, ''),
  byte_size = coalesce(byte_size, 0),
  media_type = coalesce(media_type, ''),
  blob_key = coalesce(blob_key, '')
where stage = 'requested';
alter table source_versions
  drop constraint source_versions_bytes_check,
  drop constraint source_versions_stage_check,
  alter column sha256 set not null,
  alter column byte_size set not null,
  alter column media_type set not null,
  alter column blob_key set not null,
  drop column url,
  drop column canonical_url,
  drop column etag,
  drop column last_modified,
  add constraint source_versions_stage_check
    check (stage in ('received', 'parsed', 'chunked', 'embedded', 'indexed', 'live'));
