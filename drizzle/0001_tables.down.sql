drop table workers, audit_events, job_logs, jobs, citations, messages, conversations, source_segments,
  embedding_cache, chunk_embeddings, chunks, source_versions, sources, twins, api_keys, memberships,
  tenants, rate_limits, verifications, accounts, sessions, users;
