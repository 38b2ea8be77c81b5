-- How this office reads the levels of urging. A level without a row is as shipped.
create table ledger.notice_level (
    level       text primary key,
    name        text,                          -- null: the name in the bundles
    meaning     text,                          -- null: the one in the bundles
    colour      text not null,
    answer_days int not null check (answer_days between 0 and 60),
    used        boolean not null
);

-- Which reminders of a limit the house has sent. Not a timer: what is to be reminded of now follows from the limit, the state and the
-- calendar; a row only says that it was said. A moved limit is another one.
create table ledger.reminder (
    assignment_id uuid not null references ledger.assignment (id),
    due           timestamptz not null,
    stage         text not null check (stage in ('BEFORE', 'AT', 'AFTER')),
    number        int not null,
    sent_at       timestamptz not null,
    primary key (assignment_id, due, stage, number)
);

create index assignment_reminded on ledger.assignment (due)
    where due is not null and state in ('TO_SIGN', 'SIGNED', 'ASSIGNED_INSIDE', 'WORKING', 'RETURNED');
create index supervision_notice_by_assignment on ledger.supervision_notice (assignment_id, issued_at);
