-- For exclusion constraints over a uuid and a range; trusted since PostgreSQL 13, so the owner of the database may create it.
create extension if not exists btree_gist with schema meetings;

-- What can be booked: rooms, and lines for meetings by video or telephone.
create table meetings.facility (
    id               uuid primary key,
    version          int not null,
    kind             text not null check (kind in ('ROOM', 'LINE')),
    name             text not null,
    place            text not null,
    telephone        text not null,
    seats            int check (seats > 0),
    head_seats       int check (head_seats > 0),
    row_seats        int check (row_seats > 0),
    video            boolean not null,
    set_up_minutes   int not null check (set_up_minutes >= 0),
    clearing_minutes int not null check (clearing_minutes >= 0),
    ended            boolean not null default false,
    check (kind = 'LINE' or seats is not null and head_seats is not null and row_seats is not null)
);
create unique index facility_name on meetings.facility (kind, name) where not ended;

-- Who has which when, set-up and clearing included. What was released stays as the record of it.
create table meetings.booking (
    id           uuid primary key,
    facility_id  uuid not null references meetings.facility,
    kind         text not null check (kind in ('ROOM', 'LINE')),
    meeting_id   uuid not null references meetings.meeting,
    taken_from   timestamptz not null,
    taken_until  timestamptz not null,
    booked_by    uuid not null,
    booked_at    timestamptz not null,
    released_at  timestamptz,
    released_why text check (released_why in ('BY_HAND', 'REPLACED', 'MOVED', 'ENDED')),
    released_for uuid references meetings.meeting,
    check (taken_until > taken_from),
    check ((released_at is null) = (released_why is null)),
    constraint booking_without_overlap exclude using gist
        (facility_id with =, tstzrange(taken_from, taken_until) with &&) where (released_at is null)
);
create unique index booking_once on meetings.booking (meeting_id, facility_id) where released_at is null;
create unique index booking_one_room on meetings.booking (meeting_id) where kind = 'ROOM' and released_at is null;
create index booking_meeting on meetings.booking (meeting_id, booked_at);

-- How the house seats people; one row, none before somebody sets it.
create table meetings.seat_rules (
    only_one     boolean primary key default true check (only_one),
    second       text not null check (second in ('LEFT', 'RIGHT')),
    even         text not null check (even in ('FIRST_RIGHT_OF_CENTRE', 'FIRST_LEFT_OF_CENTRE')),
    head_rank    int not null check (head_rank >= 0),
    free_between int not null check (free_between between 0 and 5)
);

-- Two people who change seats; forgotten when one of them is taken off the list.
create table meetings.seat_swap (
    id         uuid primary key,
    meeting_id uuid not null references meetings.meeting,
    first_id   uuid not null references meetings.attendee on delete cascade,
    second_id  uuid not null references meetings.attendee on delete cascade,
    swapped_at timestamptz not null,
    number     bigint generated always as identity,
    check (first_id <> second_id)
);
create index seat_swap_meeting on meetings.seat_swap (meeting_id, number);
create index seat_swap_first on meetings.seat_swap (first_id);
create index seat_swap_second on meetings.seat_swap (second_id);

-- What was printed and with which words, so that only what is different now is printed again.
create table meetings.printed (
    meeting_id uuid not null references meetings.meeting,
    paper      text not null check (paper in ('CARD', 'SHEET', 'HANDBOOK')),
    subject_id uuid not null,
    words      text not null,
    seat       text not null,
    batch      int not null,
    printed_at timestamptz not null,
    printed_by uuid not null,
    primary key (meeting_id, paper, subject_id)
);

-- Who came, put down by a clerk.
create table meetings.arrival (
    attendee_id uuid primary key references meetings.attendee on delete cascade,
    noted_at    timestamptz not null,
    noted_by    uuid not null
);

-- Places that take part by video, each with whom to call.
create table meetings.site (
    id           uuid primary key,
    meeting_id   uuid not null references meetings.meeting,
    unit_id      uuid,
    name         text not null,
    contact      text not null,
    telephone    text not null,
    reserve_line text not null,
    place        int not null
);
create unique index site_name on meetings.site (meeting_id, name);

-- What a site answered when it was called; one row for each step, the last answer.
create table meetings.site_call (
    site_id  uuid not null references meetings.site on delete cascade,
    step     text not null check (step in ('TEST_1', 'TEST_2', 'REHEARSAL', 'RESERVE_LINE', 'SIGN_IN')),
    well     boolean not null,
    noted_at timestamptz not null,
    noted_by uuid not null,
    primary key (site_id, step)
);

create table meetings.site_drop_out (
    id         uuid primary key,
    site_id    uuid not null references meetings.site on delete cascade,
    dropped_at timestamptz not null,
    back_at    timestamptz,
    check (back_at is null or back_at >= dropped_at)
);
create unique index site_drop_out_now on meetings.site_drop_out (site_id) where back_at is null;
