-- A relationship on its way from one organisation to another (M-01 to M-03). Until it is received the old branch manages the member (M-02):
-- the roll changes with the receipt and not before.
create table branch.transfer (
    id            uuid primary key,
    version       int not null,
    person_id     uuid not null,
    from_branch   uuid references branch.branch,
    to_branch     uuid references branch.branch,
    -- where from or to in words, where that side is not a branch of this house
    outside       text,
    state         text not null check (state in ('OUT_PENDING', 'RECEIVED', 'REFUSED', 'WITHDRAWN')),
    cause         text not null,
    letter_number text not null,
    letter_on     date not null,
    valid_until   date not null,
    -- of somebody from outside: what the roll needs to know
    joined_on     date,
    full_since    date,
    received_on   date,
    end_reason    text,
    begun_by      uuid not null,
    begun_at      timestamptz not null,
    ended_by      uuid,
    ended_at      timestamptz,
    check (from_branch is not null or to_branch is not null),
    check (from_branch is distinct from to_branch),
    check ((outside is null) = (from_branch is not null and to_branch is not null)),
    check (valid_until >= letter_on),
    check ((state = 'RECEIVED') = (received_on is not null)),
    check ((state = 'OUT_PENDING') = (ended_at is null)),
    check (state <> 'REFUSED' or end_reason is not null)
);
create unique index transfer_one_at_a_time on branch.transfer (person_id) where state = 'OUT_PENDING';
create index transfer_from on branch.transfer (from_branch);
create index transfer_to on branch.transfer (to_branch);

-- Somebody who is at a fixed place elsewhere: after the time of M-01 the product proposes a transfer.
create table branch.away (
    id        uuid primary key,
    branch_id uuid not null references branch.branch,
    person_id uuid not null,
    place     text not null,
    from_day  date not null,
    to_day    date
);
create unique index away_one_at_a_time on branch.away (person_id) where to_day is null;
create index away_branch on branch.away (branch_id);

-- Somebody on the way to membership: a stage, and the days on which something happened. Everything else stays in the paper file.
create table branch.recruit (
    id         uuid primary key,
    version    int not null,
    branch_id  uuid not null references branch.branch,
    person_id  uuid not null,
    stage      text not null check (stage in ('APPLICANT', 'ACTIVIST', 'CANDIDATE', 'PROBATIONARY', 'FULL', 'ENDED')),
    ended_on   date,
    purge_on   date,
    check ((stage = 'ENDED') = (ended_on is not null)),
    check ((stage = 'ENDED') = (purge_on is not null))
);
create unique index recruit_one_at_a_time on branch.recruit (person_id) where stage not in ('FULL', 'ENDED');
create index recruit_branch on branch.recruit (branch_id);

create table branch.recruit_event (
    id         uuid primary key,
    recruit_id uuid not null references branch.recruit on delete cascade,
    step       text not null,
    on_day     date not null,
    noted_by   uuid not null,
    noted_at   timestamptz not null
);
create index recruit_event_recruit on branch.recruit_event (recruit_id, on_day);

-- Dues: what the member says they pay and the branch confirms. What the amount is worked out from is never sent and has no column (X-11).
create table branch.dues_payment (
    id          uuid primary key,
    branch_id   uuid not null references branch.branch,
    person_id   uuid not null,
    period      text not null,
    payer       text not null check (payer in ('SALARIED', 'RETIRED')),
    band        int not null,
    amount      numeric(10, 2) not null check (amount >= 0),
    said_at     timestamptz not null,
    receipt     text,
    received_on date,
    received_by uuid,
    check ((received_on is null) = (receipt is null)),
    check ((received_on is null) = (received_by is null))
);
create index dues_payment_branch on branch.dues_payment (branch_id);

-- A month is paid once, whether alone or within a quarter.
create table branch.dues_month (
    person_id  uuid not null,
    month      date not null,
    payment_id uuid not null references branch.dues_payment on delete cascade,
    primary key (person_id, month)
);
create index dues_month_payment on branch.dues_month (payment_id);

-- M-15: studied by the branch, approved above, with an end. Why somebody is in need is in no column.
create table branch.dues_relief (
    id          uuid primary key,
    branch_id   uuid not null references branch.branch,
    person_id   uuid not null,
    exempt      boolean not null,
    monthly     numeric(10, 2) check (monthly >= 0),
    studied_on  date not null,
    from_month  date not null,
    to_month    date not null,
    state       text not null check (state in ('STUDIED', 'APPROVED', 'DECLINED')),
    reference   text,
    decided_by  uuid,
    decided_at  timestamptz,
    check (exempt = (monthly is null)),
    check (to_month >= from_month),
    check ((state = 'STUDIED') = (decided_at is null)),
    check (state <> 'APPROVED' or reference is not null)
);
create index dues_relief_branch on branch.dues_relief (branch_id);

-- M-16: large voluntary payments go to the Centre in full; they are no dues and are counted apart.
create table branch.voluntary_payment (
    id        uuid primary key,
    branch_id uuid not null references branch.branch,
    person_id uuid not null,
    amount    numeric(12, 2) not null check (amount > 0),
    paid_on   date not null,
    sent_on   date,
    reference text,
    check ((sent_on is null) = (reference is null))
);
create index voluntary_payment_branch on branch.voluntary_payment (branch_id);

-- Care for members in difficulty (P-37): read by the few who need it, and gone when its time is over.
create table branch.care_case (
    id         uuid primary key,
    version    int not null,
    branch_id  uuid not null references branch.branch,
    person_id  uuid not null,
    opened_on  date not null,
    closed_on  date,
    keep_until date,
    held       text,
    check ((closed_on is null) = (keep_until is null))
);
create index care_case_branch on branch.care_case (branch_id);
create index care_case_keep on branch.care_case (keep_until) where held is null;

create table branch.care_reader (
    case_id   uuid not null references branch.care_case on delete cascade,
    person_id uuid not null,
    primary key (case_id, person_id)
);
create index care_reader_person on branch.care_reader (person_id);

create table branch.care_entry (
    id       uuid primary key,
    case_id  uuid not null references branch.care_case on delete cascade,
    kind     text not null check (kind in ('VISIT', 'HELP', 'LESSON', 'NEED')),
    on_day   date not null,
    words    text not null,
    noted_by uuid not null,
    noted_at timestamptz not null
);
create index care_entry_case on branch.care_entry (case_id, on_day);

-- A suggestion to talk that somebody has put aside.
create table branch.talk_hint_gone (
    branch_id uuid not null references branch.branch,
    person_id uuid not null,
    reason    text not null,
    since     date not null,
    gone_by   uuid not null,
    gone_at   timestamptz not null,
    primary key (branch_id, person_id, reason, since)
);
