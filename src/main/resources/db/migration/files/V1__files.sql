create schema files;

create table files.file (
    id         uuid primary key,
    name       text not null check (char_length(name) between 1 and 200),
    media_type text not null,
    size       bigint not null check (size between 1 and 52428800),
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    stored_by  uuid not null,
    stored_at  timestamptz not null
);

create table files.chunk (
    file_id uuid not null references files.file (id),
    number  int not null,
    bytes   bytea not null check (octet_length(bytes) between 1 and 1048576),
    primary key (file_id, number)
);

-- Attachments are mostly compressed already: trying again only costs time.
alter table files.chunk alter column bytes set storage external;

create function files.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger file_append_only before update or delete on files.file
    for each row execute function files.refuse_change();
create trigger chunk_append_only before update or delete on files.chunk
    for each row execute function files.refuse_change();

-- X-06: how often something marked was refused, and where; never what it was or who it was.
create table files.refusal_count (
    day   date not null,
    place text not null check (place in ('FIELD', 'FILE_NAME', 'FILE_CONTENT')),
    count int not null check (count > 0),
    primary key (day, place)
);
