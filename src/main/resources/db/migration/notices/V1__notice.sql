create schema notices;

create table notices.notice (
    id         uuid primary key,
    person_id  uuid not null,
    text_key   text not null,
    arguments  jsonb not null,
    href       text not null,
    subject_id uuid not null,
    rule_key   text not null,
    -- The office's day: the same thing about the same object is said once a day.
    day        date not null,
    created_at timestamptz not null,
    read_at    timestamptz,
    mail_id    uuid,
    unique (person_id, text_key, subject_id, day)
);
create index notice_inbox on notices.notice (person_id, created_at desc, id);
create index notice_unread on notices.notice (person_id) where read_at is null;
create index notice_unread_by_subject on notices.notice (subject_id) where read_at is null;

-- The last urge of a unit about a subject: one row, so that two officers cannot urge at the same moment.
create table notices.urge (
    unit_id       uuid not null,
    subject_id    uuid not null,
    sent_at       timestamptz not null,
    next_possible timestamptz not null,
    primary key (unit_id, subject_id)
);

-- What the sweep has already told. With the due instant in the key, a moved date is told anew.
create table notices.told (
    obligation_id uuid not null,
    what          text not null check (what in ('DUE_SOON', 'OVERDUE')),
    due           timestamptz not null,
    told_at       timestamptz not null,
    primary key (obligation_id, what, due)
);

create table notices.heartbeat (
    name   text primary key,
    ran_at timestamptz not null
);

create table notices.digest (
    day         date primary key,
    composed_at timestamptz not null,
    mails       int not null
);

create table notices.mail (
    id         uuid primary key,
    person_id  uuid not null,
    day        date not null,
    address    text not null,
    subject    text not null,
    plain      text not null,
    html       text not null,
    lines      int not null,
    created_at timestamptz not null,
    attempts   int not null,
    next_try   timestamptz not null,
    sent_at    timestamptz,
    dead_at    timestamptz,
    failure    text,
    unique (person_id, day)
);
create index mail_waiting on notices.mail (next_try) where sent_at is null and dead_at is null;
create index mail_dead on notices.mail (dead_at) where dead_at is not null;

create table notices.mail_choice (
    person_id uuid primary key,
    language  text not null,
    wanted    boolean not null
);
