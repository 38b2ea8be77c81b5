-- The word in the address is a key to a person's calendar: only its hash is kept.
create table notices.calendar_link (
    person_id    uuid primary key,
    hash         bytea not null unique,
    language     text not null,
    made_at      timestamptz not null,
    last_read_at timestamptz
);
