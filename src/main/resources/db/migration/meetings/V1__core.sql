create schema meetings;

-- Kinds the office added, and what it set for the shipped ones (their names stand in the texts, so theirs is null here).
create table meetings.kind (
    code            text primary key,
    name            text,
    video           boolean not null,
    most_a_year     int check (most_a_year > 0),
    longest_minutes int check (longest_minutes > 0),
    place           int not null,
    ended           boolean not null default false
);

-- A meeting from proposal to record. Its state follows from what has happened to it and is not stored.
create table meetings.meeting (
    id                  uuid primary key,
    version             int not null,
    kind                text not null,
    title               text not null,
    purpose             text not null,
    audience            text not null check (audience in ('OFFICE', 'CENTRAL', 'PROVINCE', 'CITY', 'COUNTY', 'TOWN')),
    comprehensive       boolean not null,
    principals_required boolean not null,
    discussion          boolean not null,
    unit_id             uuid not null,
    owner_id            uuid not null,
    chair_id            uuid,
    starts_at           timestamptz not null,
    ends_at             timestamptz not null,
    place               text not null,
    expected_people     int not null check (expected_people > 0),
    travel_minutes      int not null check (travel_minutes >= 0),
    approval_reference  text not null,
    reason_given        text not null,
    proposed_by         uuid not null,
    proposed_at         timestamptz not null,
    submitted_by        uuid,
    submitted_at        timestamptz,
    approved_by         uuid,
    approved_at         timestamptz,
    returned_reason     text,
    noticed             int not null default 0,
    cancelled_at        timestamptz,
    cancelled_reason    text,
    merged_into         uuid references meetings.meeting,
    held_at             timestamptz,
    held_by             uuid,
    actual_people       int check (actual_people >= 0),
    actual_minutes      int check (actual_minutes > 0),
    sequence            int not null default 0,
    changed_at          timestamptz not null,
    check (ends_at > starts_at),
    check (approved_at is null or submitted_at is not null)
);
create index meeting_starts on meetings.meeting (starts_at, id);
create index meeting_kind on meetings.meeting (kind, starts_at);

-- Units asked to send somebody, with how many seats and who is expected ("one of them a deputy head").
create table meetings.invited_unit (
    meeting_id uuid not null references meetings.meeting,
    unit_id    uuid not null,
    seats      int not null check (seats > 0),
    who        text not null default '',
    primary key (meeting_id, unit_id)
);
create index invited_unit_unit on meetings.invited_unit (unit_id);

-- Who comes, by name; from a unit's receipt or put down by the office. A lower rank sits higher.
create table meetings.attendee (
    id                uuid primary key,
    meeting_id        uuid not null references meetings.meeting,
    unit_id           uuid,
    person_id         uuid,
    name              text not null,
    title             text not null default '',
    rank              int not null,
    part              text not null check (part in ('CHAIR', 'SPEAKER', 'MEMBER', 'LISTENER', 'STAFF')),
    site              text not null default '',
    telephone         text,
    substitute_for    text,
    substitute_reason text,
    changed_at        timestamptz not null
);
create index attendee_meeting on meetings.attendee (meeting_id, rank);
create index attendee_person on meetings.attendee (person_id);

-- Who works on it, so that they see it.
create table meetings.worker (
    meeting_id uuid not null references meetings.meeting,
    person_id  uuid not null,
    primary key (meeting_id, person_id)
);
create index worker_person on meetings.worker (person_id);
