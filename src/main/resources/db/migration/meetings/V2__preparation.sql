-- What has to be done before a meeting. When it is worked on is computed from these rows, the calendar and everybody's load; only the limit
-- that its owner is held to is kept, because somebody was told.
create table meetings.task (
    id             uuid primary key,
    version        int not null,
    meeting_id     uuid not null references meetings.meeting,
    code           text not null,
    title          text,
    place          int not null,
    owner_id       uuid not null,
    effort_minutes int not null check (effort_minutes between 0 and 60000),
    lead_days      int not null check (lead_days between 0 and 250),
    predecessors   uuid[] not null,
    droppable      boolean not null,
    waits_for      text,
    waiting_since  timestamptz,
    begun_at       timestamptz,
    done_at        timestamptz,
    done_by        uuid,
    note           text,
    dropped_at     timestamptz,
    dropped_reason text,
    due_on         date not null,
    check (done_at is null or dropped_at is null)
);
create index task_meeting on meetings.task (meeting_id, place);
create index task_owner on meetings.task (owner_id) where done_at is null and dropped_at is null;

-- Days on which somebody prepares nothing. Why is for who entered it and for the person; others see that they are away.
create table meetings.absence (
    id         uuid primary key,
    person_id  uuid not null,
    from_day   date not null,
    to_day     date not null check (to_day >= from_day),
    kind       text not null check (kind in ('LEAVE', 'DUTY', 'JOURNEY', 'ILL')),
    entered_by uuid not null,
    entered_at timestamptz not null,
    ended_at   timestamptz
);
create index absence_person on meetings.absence (person_id, from_day) where ended_at is null;
