create schema branch;

-- Days of validity are whole days, both included; a null end means "still". Nothing is overwritten: who belonged where, with which standing
-- and in which post is read as of the day of an activity.
create table branch.branch (
    id                 uuid primary key,
    version            int not null,
    name               text not null,
    unit_id            uuid not null,
    kind               text not null check (kind in ('ORDINARY', 'JOINT', 'TEMPORARY')),
    theme_day          text not null,
    approved_exception text,
    founded_on         date not null,
    ends_by            date,
    ended_on           date
);

-- A joint branch gathers the members of several units.
create table branch.covered_unit (
    branch_id uuid not null references branch.branch,
    unit_id   uuid not null,
    primary key (branch_id, unit_id)
);

-- A term begins with an election; a branch of fewer than seven full members elects a secretary and no committee.
create table branch.term (
    id           uuid primary key,
    branch_id    uuid not null references branch.branch,
    elected_on   date not null,
    ends_on      date not null,
    committee    boolean not null,
    approval     text,
    check (ends_on > elected_on)
);
create index term_branch on branch.term (branch_id, elected_on);

create table branch.post_holding (
    id        uuid primary key,
    branch_id uuid not null references branch.branch,
    post      text not null,
    person_id uuid not null,
    from_day  date not null,
    to_day    date
);
create index post_holding_branch on branch.post_holding (branch_id, from_day);
create index post_holding_person on branch.post_holding (person_id);

create table branch.party_group (
    id        uuid primary key,
    branch_id uuid not null references branch.branch,
    name      text not null,
    unit_id   uuid,
    place     int not null,
    from_day  date not null,
    to_day    date
);
create index party_group_branch on branch.party_group (branch_id, place);

create table branch.group_seat (
    id        uuid primary key,
    group_id  uuid not null references branch.party_group,
    person_id uuid not null,
    leader    boolean not null,
    from_day  date not null,
    to_day    date
);
create index group_seat_group on branch.group_seat (group_id);
create index group_seat_person on branch.group_seat (person_id);

create table branch.membership (
    id        uuid primary key,
    branch_id uuid not null references branch.branch,
    person_id uuid not null,
    from_day  date not null,
    to_day    date,
    came_from text,
    went_to   text
);
create index membership_branch on branch.membership (branch_id, from_day);
-- M-02: one organisation manages a member at a time.
create unique index membership_one_at_a_time on branch.membership (person_id) where to_day is null;

create table branch.standing (
    id        uuid primary key,
    person_id uuid not null,
    standing  text not null,
    from_day  date not null,
    to_day    date,
    reason    text
);
create index standing_person on branch.standing (person_id, from_day);

create table branch.trait (
    id        uuid primary key,
    person_id uuid not null,
    trait     text not null,
    from_day  date not null,
    to_day    date
);
create index trait_person on branch.trait (person_id);

-- Kinds of activity that an office adds to those every branch knows.
create table branch.own_kind (
    code text primary key,
    name text not null unique
);

create table branch.activity (
    id               uuid primary key,
    version          int not null,
    branch_id        uuid not null references branch.branch,
    group_id         uuid references branch.party_group,
    kinds            text[] not null,
    title            text not null,
    state            text not null check (state in ('PLANNED', 'INVITED', 'RECORDED', 'CANCELLED')),
    starts_at        timestamptz not null,
    ends_at          timestamptz,
    place            text not null,
    theme            text not null,
    theme_since      timestamptz,
    chair_id         uuid,
    delegation       text,
    relation         text,
    class_hours      numeric(5, 1) not null,
    content          text not null,
    decided          text,
    -- The day in whose period it counts: its own day, unless it makes good for an earlier period.
    counts_on        date not null,
    planned_at       timestamptz not null,
    planned_by       uuid not null,
    recorded_at      timestamptz,
    recorded_by      uuid,
    cancelled_reason text,
    sequence         int not null,
    changed_at       timestamptz not null,
    check (ends_at > starts_at),
    check ((state = 'RECORDED') = (recorded_at is not null))
);
create index activity_branch on branch.activity (branch_id, counts_on);
create index activity_branch_start on branch.activity (branch_id, starts_at);

create table branch.participant (
    activity_id uuid not null references branch.activity,
    person_id   uuid not null,
    presence    text not null check (presence in ('INVITED', 'PRESENT', 'LEAVE', 'ABSENT', 'CARE')),
    lecturer    boolean not null,
    reason      text,
    primary key (activity_id, person_id)
);
create index participant_person on branch.participant (person_id, activity_id);

create table branch.agenda_item (
    id          uuid primary key,
    activity_id uuid not null references branch.activity,
    number      int not null,
    title       text not null,
    first_item  boolean not null,
    item_id     uuid,
    unique (activity_id, number)
);

create table branch.decision (
    id          uuid primary key,
    activity_id uuid not null references branch.activity,
    number      int not null,
    text        text not null,
    owner_id    uuid,
    due         date,
    item_id     uuid,
    done_on     date,
    done_note   text,
    unique (activity_id, number)
);

create table branch.activity_file (
    activity_id uuid not null references branch.activity,
    file_id     uuid not null,
    primary key (activity_id, file_id)
);

-- What two people said to each other is theirs alone.
create table branch.talk_words (
    activity_id uuid primary key references branch.activity,
    words       text not null
);

-- The roll is frozen when the vote is taken. A vote keeps sums; nothing in this schema leads from a voter to a vote.
create table branch.ballot (
    id          uuid primary key,
    activity_id uuid not null references branch.activity,
    number      int not null,
    kind        text not null check (kind in ('DECISION', 'ELECTION')),
    question    text not null,
    secret      boolean not null,
    entitled    int not null,
    present     int not null,
    seats       int,
    yes         int,
    no          int,
    abstain     int,
    taken_at    timestamptz,
    unique (activity_id, number)
);

create table branch.ballot_roll (
    ballot_id   uuid not null references branch.ballot,
    person_id   uuid not null,
    present     boolean not null,
    not_counted text,
    primary key (ballot_id, person_id)
);

create table branch.candidate (
    ballot_id uuid not null references branch.ballot,
    number    int not null,
    person_id uuid not null,
    yes       int,
    elected   boolean,
    primary key (ballot_id, number)
);

-- What a rule asks of a subject in a period, with the facts that answer it. Worked out anew whenever facts change; the state is computed
-- from these facts and the day.
create table branch.duty (
    id           uuid primary key,
    branch_id    uuid not null references branch.branch,
    year         int not null,
    rule_id      text not null,
    subject      text not null check (subject in ('BRANCH', 'COMMITTEE', 'GROUP', 'PERSON')),
    subject_id   uuid not null,
    owner_id     uuid,
    period       text not null,
    from_day     date not null,
    to_day       date not null,
    -- false: the facts changed and it is not asked any more, but the desk has heard of it
    asked        boolean not null,
    care         boolean not null,
    met_on       date,
    activity_ids uuid[] not null,
    wanted       numeric(6, 1) not null,
    done         numeric(6, 1) not null,
    on_desk      text not null check (on_desk in ('NO', 'OPEN', 'MET', 'EXCUSED', 'RELEASED'))
);
create index duty_branch on branch.duty (branch_id, year, rule_id);
create index duty_year on branch.duty (year);
create index duty_subject on branch.duty (subject_id, year);

-- 一般 may be let go by the secretary with a reason; 应当 may not.
create table branch.excuse (
    duty_id     uuid primary key,
    reason      text not null,
    excused_by  uuid not null,
    excused_at  timestamptz not null
);

-- Packs of rules that the office added, as it wrote them. Each change takes the next number, so that every node sees that something changed.
create sequence branch.pack_change;
create table branch.local_pack (
    id           text primary key,
    yaml         text not null,
    change       bigint not null default nextval('branch.pack_change'),
    added_at     timestamptz not null,
    added_by     uuid not null,
    withdrawn_at timestamptz
);

-- Who asked for a branch's material, when and for which time: what was asked before need not be asked again.
create table branch.evidence_request (
    id           uuid primary key,
    branch_id    uuid not null references branch.branch,
    asked_by     text not null,
    purpose      text not null,
    from_day     date not null,
    to_day       date not null,
    sha256       text not null,
    made_at      timestamptz not null,
    made_by      uuid not null,
    check (to_day >= from_day)
);
create index evidence_request_branch on branch.evidence_request (branch_id, made_at);
