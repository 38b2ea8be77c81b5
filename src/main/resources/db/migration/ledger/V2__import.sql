-- A table that is being brought in: kept between the steps, so that going back and correcting loses nothing.
create table ledger.import (
    id         uuid primary key,
    version    int not null,
    owner_id   uuid not null,
    owner_name text not null,
    file_name  text not null,
    sha256     text not null,
    content    bytea,                 -- gone once it is filed: the workbook then hangs on its source
    choices    jsonb not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    job_id     uuid,
    filed_at   timestamptz,
    source_id  uuid references ledger.source (id),
    item_count int,
    check (content is not null or filed_at is not null)
);
create index import_by_owner on ledger.import (owner_id, created_at desc) where filed_at is null;
create index import_by_hash on ledger.import (sha256) where filed_at is not null;
create index import_by_expiry on ledger.import (expires_at) where filed_at is null;
