-- An upload is for one period; how it ended, where it did not come to its end.
alter table reporting.upload add column period date not null;
alter table reporting.upload add column stopped_for text;
create index upload_of on reporting.upload (sender_id, started_at desc);

-- A file that was sent back: what came of it, so that the same file sent again gets the same answer.
alter table reporting.offline_file add column used_by text;
alter table reporting.offline_file add column revision smallint;
alter table reporting.offline_file add column content bytea;
