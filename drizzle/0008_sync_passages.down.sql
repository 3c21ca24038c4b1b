drop table sync_passages;
