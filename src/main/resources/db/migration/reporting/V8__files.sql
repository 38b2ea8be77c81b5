-- What somebody uploads on a page: the work that reads it, and the rows that were left empty, which are no reports.
alter table reporting.upload add column job uuid, add column left_empty bigint not null default 0;

-- Why rows were not taken. It repeats what was typed, so it goes when what is personal goes.
create table reporting.upload_refusal (
    upload  uuid not null references reporting.upload on delete cascade,
    number  int not null,
    line    bigint not null,
    unit    text not null,
    code    text not null,
    details jsonb not null,
    primary key (upload, number)
);

-- number: the version of the form it asks by. seen: the revision that stood when it was made. A newer file replaces an older one.
-- content: a digest of what was sent back, never what was said.
alter table reporting.offline_file
    add column number int not null,
    add column seen smallint not null,
    add column replaced_at timestamptz;
create unique index offline_file_one on reporting.offline_file (regime, period, place) where replaced_at is null;
