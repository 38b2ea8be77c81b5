-- Lists taken out as Excel: kept in pieces for two days for the one who asked, then forgotten.
create table ledger.table_export (
    id         uuid primary key,
    owner_id   uuid not null,
    file_name  text not null,
    row_count  int not null,
    size       bigint not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index table_export_by_expiry on ledger.table_export (expires_at);

create table ledger.table_export_piece (
    export_id uuid not null references ledger.table_export (id) on delete cascade,
    number    int not null,
    bytes     bytea not null,
    primary key (export_id, number)
);

-- A list that came back edited: only the rows that somebody touched are kept, until they are carried out or two days have passed.
create table ledger.table_return (
    id           uuid primary key,
    version      int not null,
    owner_id     uuid not null,
    owner_name   text not null,
    file_name    text not null,
    sha256       text not null,
    content      jsonb,               -- gone once it is carried out
    decisions    jsonb not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    job_id       uuid,
    applied_at   timestamptz,
    changed      int,
    drafted      int,
    check (content is not null or applied_at is not null)
);
create index table_return_by_owner on ledger.table_return (owner_id, created_at desc) where applied_at is null;
create index table_return_by_expiry on ledger.table_return (expires_at) where applied_at is null;
