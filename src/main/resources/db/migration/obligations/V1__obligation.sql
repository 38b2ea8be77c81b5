create schema obligations;

-- Facts only: what was asked, when it was met, whether it was let go. The state is computed from them and the clock.
create table obligations.obligation (
    id           uuid primary key,
    source_kind  text not null,
    source_id    uuid not null,
    unit_id      uuid not null,
    -- ANYONE: whoever has a post in the unit. Not null, so that one index answers for every seat.
    role         text not null,
    person_id    uuid,
    kind_key     text not null,
    title        text not null,
    href         text not null,
    original_due timestamptz,
    due          timestamptz,
    owed_at      timestamptz not null,
    met_at       timestamptz,
    ending       text check (ending in ('EXCUSED', 'NOT_APPLICABLE')),
    ended_at     timestamptz,
    ended_reason text,
    check ((ending is null) = (ended_at is null))
);

-- Met and ended rows outnumber open ones within months: what is asked at each page looks at open rows only.
create index obligation_open_by_seat on obligations.obligation (unit_id, role, due, id)
    where met_at is null and ending is null;
create index obligation_open_by_person on obligations.obligation (person_id, due, id)
    where met_at is null and ending is null and person_id is not null;
create index obligation_open_by_due on obligations.obligation (due, id) where met_at is null and ending is null;
create index obligation_by_source on obligations.obligation (source_kind, source_id);
create index obligation_by_unit on obligations.obligation (unit_id, id);

-- One activity may meet many obligations; the same activity meets one obligation only once.
create table obligations.obligation_activity (
    obligation_id uuid not null references obligations.obligation,
    activity_id   uuid not null,
    activity_kind text not null,
    happened_at   timestamptz not null,
    by_person_id  uuid not null,
    primary key (obligation_id, activity_id)
);

create table obligations.due_move (
    obligation_id uuid not null references obligations.obligation,
    number        int not null,
    moved_at      timestamptz not null,
    from_due      timestamptz,
    to_due        timestamptz,
    reopened      boolean not null,
    reason        text not null,
    primary key (obligation_id, number)
);

create table obligations.hand_over (
    obligation_id  uuid not null references obligations.obligation,
    number         int not null,
    handed_at      timestamptz not null,
    from_unit_id   uuid not null,
    to_unit_id     uuid not null,
    from_person_id uuid,
    to_person_id   uuid,
    primary key (obligation_id, number)
);
