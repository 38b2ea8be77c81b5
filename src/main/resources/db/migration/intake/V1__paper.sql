create schema intake;

-- A paper whose items are being corrected: kept between the steps, so that going back loses nothing.
create table intake.paper (
    id         uuid primary key,
    version    int not null,
    owner_id   uuid not null,
    owner_name text not null,
    file_name  text,                  -- null: the text was pasted
    sha256     text not null,
    content    bytea,                 -- the file; gone once it is filed, for then it hangs on its source
    body       text,                  -- what was read; gone once it is filed
    draft      jsonb not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    filed_at   timestamptz,
    source_id  uuid,
    item_count int,
    check (body is not null or filed_at is not null)
);
create index paper_by_owner on intake.paper (owner_id, created_at desc) where filed_at is null;
create index paper_by_hash on intake.paper (sha256) where filed_at is not null;
create index paper_by_expiry on intake.paper (expires_at) where filed_at is null;
