create schema mailbox;

-- The key of the references that stand in subjects. Whoever reads it could make up references; a draft is the most that comes of one.
create table mailbox.key (
    the_one boolean primary key default true check (the_one),
    word bytea not null
);

-- One server reads at a time: whoever has set busy_until, until then.
create table mailbox.reading (
    the_one    boolean primary key default true check (the_one),
    busy_until timestamptz not null default '-infinity',
    began_at   timestamptz,
    ended_at   timestamptz,
    failure    text
);

insert into mailbox.reading default values;

-- What became of each mail, without its text.
create table mailbox.mail (
    id           uuid primary key,
    read_at      timestamptz not null,
    uid_validity bigint not null,
    uid          bigint not null,
    message_key  bytea not null,
    sender       text not null,
    outcome      text not null check (outcome in ('TAKEN', 'REFUSED')),
    reason       text,
    person_id    uuid,
    subject_id   uuid,
    result_id    uuid,
    left_out     integer not null default 0,
    unique (uid_validity, uid)
);

create unique index on mailbox.mail (message_key) where outcome = 'TAKEN';
create index on mailbox.mail (read_at desc, id desc);
create index on mailbox.mail (sender, read_at);
create index on mailbox.mail (result_id) where result_id is not null;
