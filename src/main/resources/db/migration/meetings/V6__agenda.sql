-- Topics as they are collected, vetted, ordered and timed.
create table meetings.topic (
    id          uuid primary key,
    version     int not null,
    meeting_id  uuid not null references meetings.meeting,
    place       int not null,
    title       text not null,
    reason      text not null,
    speaker     text not null,
    minutes     int not null check (minutes between 1 and 1440),
    principal   boolean not null,
    unit_id     uuid,
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    state       text not null check (state in ('PROPOSED', 'ACCEPTED', 'SENT_BACK', 'POSTPONED')),
    answer      text
);
create index topic_meeting on meetings.topic (meeting_id, place);

create table meetings.topic_file (
    topic_id uuid not null references meetings.topic,
    file_id  uuid not null,
    primary key (topic_id, file_id)
);

-- A unit that was asked for topics, and by when; no topic is an answer that somebody signs.
create table meetings.topic_request (
    meeting_id  uuid not null references meetings.meeting,
    unit_id     uuid not null,
    due         timestamptz not null,
    asked_by    uuid not null,
    asked_at    timestamptz not null,
    answered_at timestamptz,
    answered_by uuid,
    none        boolean not null default false,
    primary key (meeting_id, unit_id)
);
create index topic_request_unit on meetings.topic_request (unit_id);
