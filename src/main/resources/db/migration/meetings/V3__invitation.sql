-- A notice as it was sent: nothing of it changes any more. Receipts from number answers_from on still hold.
create table meetings.notice (
    meeting_id   uuid not null references meetings.meeting,
    number       int not null check (number > 0),
    title        text not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    place        text not null,
    chair        text not null,
    audience     text not null,
    agenda       text not null,
    dress        text not null,
    materials    text not null,
    contact      text not null,
    telephone    text not null,
    words        text not null,
    report_by    timestamptz,
    reason       text not null,
    sequence     int not null,
    answers_from int not null,
    sent_by      uuid not null,
    sent_at      timestamptz not null,
    primary key (meeting_id, number),
    check (answers_from between 1 and number)
);

-- A unit's answer, which belongs to one version of the notice; stale where it came over from another meeting and has to be confirmed.
create table meetings.receipt (
    meeting_id    uuid not null,
    unit_id       uuid not null,
    notice_number int not null,
    stale         boolean not null default false,
    coming        boolean not null,
    reason        text not null default '',
    on_behalf     boolean not null,
    answered_by   uuid not null,
    answered_at   timestamptz not null,
    primary key (meeting_id, unit_id),
    foreign key (meeting_id, notice_number) references meetings.notice,
    foreign key (meeting_id, unit_id) references meetings.invited_unit on delete cascade,
    check (coming or reason <> '')
);

-- Which attendees were named by a receipt.
create table meetings.receipt_name (
    attendee_id uuid primary key references meetings.attendee on delete cascade,
    meeting_id  uuid not null,
    unit_id     uuid not null,
    foreign key (meeting_id, unit_id) references meetings.receipt on delete cascade
);
create index receipt_name_receipt on meetings.receipt_name (meeting_id, unit_id);
