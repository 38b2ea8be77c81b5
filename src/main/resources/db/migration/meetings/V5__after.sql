-- Minutes of a meeting. The text version grows with each change of what was agreed to, so that an agreement belongs to a text.
create table meetings.minutes (
    meeting_id   uuid primary key references meetings.meeting,
    version      int not null,
    text_version int not null,
    number       text not null,
    present      text not null,
    absent       text not null,
    body         text not null,
    writer_id    uuid not null,
    written_at   timestamptz not null,
    signed_by    uuid,
    signed_at    timestamptz,
    source_id    uuid,
    filed_at     timestamptz
);

-- What was decided: noted, or a matter for the ledger with who leads, who joins and the limit.
create table meetings.decision (
    id         uuid primary key,
    meeting_id uuid not null references meetings.minutes,
    place      int not null,
    text       text not null,
    handed     boolean not null,
    lead_unit  uuid,
    co_units   uuid[] not null,
    due        date,
    item_id    uuid
);
create index decision_meeting on meetings.decision (meeting_id, place);
create index decision_item on meetings.decision (item_id) where item_id is not null;

-- Who is asked to agree to which text.
create table meetings.circulation (
    meeting_id   uuid not null references meetings.minutes,
    person_id    uuid not null,
    text_version int not null,
    due          timestamptz not null,
    asked_by     uuid not null,
    asked_at     timestamptz not null,
    agreed       boolean,
    words        text,
    answered_at  timestamptz,
    primary key (meeting_id, person_id)
);
