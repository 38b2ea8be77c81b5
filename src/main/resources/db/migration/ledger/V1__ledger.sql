create schema ledger;

-- What the office may set: kinds of source, classes of limit, numbers with a rule.

create table ledger.source_kind (
    code           text primary key,
    name           text,                       -- null for the built-in kinds, whose names are in the bundles
    skips_approval boolean not null default false,
    needs_file     boolean not null default false,  -- evidence for each point must be a file, words are not enough
    position       int not null,
    active         boolean not null default true
);

create table ledger.limit_class (
    code         text primary key,
    name         text,                         -- null for the presets
    amount       int not null check (amount between 0 and 3660),
    unit         text not null check (unit in ('WORKING_DAYS', 'WORKING_HOURS', 'CALENDAR_DAYS', 'MONTHS')),
    position     int not null,
    active       boolean not null default true
);

create table ledger.setting (
    key   text primary key,
    value text not null
);

-- One row a year, locked while a number is given: numbers have no gaps.
create table ledger.number_series (
    year int primary key,
    last int not null
);

create table ledger.source (
    id             uuid primary key,
    version        int not null,
    kind           text not null references ledger.source_kind (code),
    title          text not null check (char_length(title) between 1 and 300),
    number         text,
    issued_on      date,
    leader_post_id uuid,
    leader_name    text,
    body           text not null,
    triage         text not null check (triage in ('OPEN', 'READ_ONLY_PROPOSED', 'READ_ONLY', 'SUPERVISED')),
    triage_reason  text,
    officer_id     uuid not null,
    unit_id        uuid not null,
    registered_at  timestamptz not null,
    answered_at    timestamptz,
    folded         text not null
);
create index source_by_time on ledger.source (registered_at desc, id desc);
create index source_by_leader on ledger.source (leader_post_id, registered_at desc);

create table ledger.source_file (
    source_id uuid not null references ledger.source (id),
    file_id   uuid not null,
    primary key (source_id, file_id)
);

create table ledger.item (
    id               uuid primary key,
    version          int not null,
    number           text unique,
    year             int,
    sequence         int,
    title            text not null check (char_length(title) between 1 and 500),
    source_id        uuid references ledger.source (id),
    parent_id        uuid references ledger.item (id),
    state            text not null,
    limit_class      text references ledger.limit_class (code),
    cycle            text not null,
    cycle_day        int,
    officer_id       uuid not null,
    officer_post_id  uuid,
    office_unit_id   uuid not null,
    leader_post_id   uuid,
    leader_name      text,
    label            text,
    created_at       timestamptz not null,
    filed_at         timestamptz,
    issued_at        timestamptz,
    original_due     timestamptz,
    due              timestamptz,
    given_due        date,
    derivation       text,
    forecast         date,
    due_provisional  boolean not null default false,
    proposed_by      uuid,
    closed_at        timestamptz,
    struck_off_at    timestamptz,
    ended_at         timestamptz,
    ending           text,
    ending_reason    text,
    merged_into_id   uuid references ledger.item (id),
    revisit_due      timestamptz,
    revisit_drawn    boolean,
    step_obligation_id uuid,
    last_activity_at timestamptz not null,
    last_activity    text,
    -- Thresholds, not states: the instants at which the light turns if nothing happens until then.
    yellow_at        timestamptz,
    yellow_why       text,
    red_at           timestamptz,
    red_why          text,
    stopped          boolean not null default false,
    override_light   text,
    override_reason  text,
    override_by      text,
    override_at      timestamptz,
    is_open          boolean not null,
    lead_unit_id     uuid,
    co_count         int not null default 0,
    folded           text not null,
    unique (year, sequence)
);
create index item_open_by_due on ledger.item ((coalesce(due, 'infinity'::timestamptz)), id) where is_open;
create index item_by_activity on ledger.item (last_activity_at desc, id desc);
create index item_open_by_red on ledger.item (red_at) where is_open;
create index item_by_state on ledger.item (state, id desc);
create index item_by_source on ledger.item (source_id);
create index item_by_parent on ledger.item (parent_id) where parent_id is not null;
create index item_by_leader on ledger.item (leader_post_id, id desc);
create index item_by_lead on ledger.item (lead_unit_id, is_open);
create index item_by_officer on ledger.item (officer_id, is_open);
create index item_by_revisit on ledger.item (revisit_due) where state = 'STRUCK_OFF';
create index item_newest on ledger.item (id desc);

create table ledger.clause (
    id        uuid primary key,
    source_id uuid not null references ledger.source (id),
    start_at  int not null,
    end_at    int not null,
    text      text not null,
    cover     text not null check (cover in ('OPEN', 'ITEM', 'COVERED', 'NONE')),
    item_id   uuid references ledger.item (id),
    reason    text,
    check (end_at > start_at),
    check ((cover in ('ITEM', 'COVERED')) = (item_id is not null)),
    check (cover <> 'NONE' or reason is not null)
);
create index clause_by_source on ledger.clause (source_id, start_at);
create index clause_by_item on ledger.clause (item_id);

-- What an item asks for, point by point. Each point wants its own evidence before the item may close.
create table ledger.requirement (
    id        uuid primary key,
    item_id   uuid not null references ledger.item (id),
    clause_id uuid references ledger.clause (id),
    position  int not null,
    text      text not null,
    waived    text
);
create index requirement_by_item on ledger.requirement (item_id, position);

create table ledger.milestone (
    id         uuid primary key,
    item_id    uuid not null references ledger.item (id),
    position   int not null,
    title      text not null,
    due        timestamptz not null,
    reached_at timestamptz
);
create index milestone_by_item on ledger.milestone (item_id, position);

create table ledger.item_relation (
    item_id  uuid not null references ledger.item (id),
    other_id uuid not null references ledger.item (id),
    kind     text not null check (kind in ('DUPLICATE_OF', 'FOLLOWS', 'BLOCKS', 'RELAPSE_OF')),
    primary key (item_id, other_id, kind),
    check (item_id <> other_id)
);
create index item_relation_other on ledger.item_relation (other_id);

create table ledger.watcher (
    item_id   uuid not null references ledger.item (id),
    person_id uuid not null,
    primary key (item_id, person_id)
);
create index watcher_by_person on ledger.watcher (person_id);

create table ledger.assignment (
    id              uuid primary key,
    version         int not null,
    item_id         uuid not null references ledger.item (id),
    unit_id         uuid not null,
    part            text not null check (part in ('LEAD', 'CO')),
    position        int not null,
    duty            text,
    given_due       date,
    state           text not null,
    state_before    text,
    issued_at       timestamptz,
    sign_due        timestamptz,
    signed_at       timestamptz,
    sign_answer     text,
    sign_note       text,
    dispute_until   timestamptz,
    original_due    timestamptz,
    due             timestamptz,
    forecast        date,
    help_needed     text,
    inside_unit_id  uuid,
    inside_person_id uuid,
    stopped_at      timestamptz,
    last_activity_at timestamptz,
    first_answer_at timestamptz,
    accepted_at     timestamptz,
    waived_reason   text,
    feedback_count  int not null default 0,
    returned_count  int not null default 0,
    yellow_at       timestamptz,
    yellow_why      text,
    red_at          timestamptz,
    red_why         text
);
create unique index assignment_once on ledger.assignment (item_id, unit_id) where state <> 'MOVED';
create unique index assignment_one_lead on ledger.assignment (item_id) where part = 'LEAD' and state <> 'MOVED';
create index assignment_by_unit on ledger.assignment (unit_id, item_id);

create table ledger.coordination (
    id            uuid primary key,
    assignment_id uuid not null references ledger.assignment (id),
    question      text not null,
    asked_by      text not null,
    asked_at      timestamptz not null,
    answer        text,
    answered_by   text,
    answered_at   timestamptz
);
create unique index coordination_one_open on ledger.coordination (assignment_id) where answered_at is null;

-- What a unit has to report by when. Its id is the obligation's id.
create table ledger.feedback_due (
    id            uuid primary key,
    assignment_id uuid not null references ledger.assignment (id),
    kind          text not null,
    period        text not null,
    milestone_id  uuid references ledger.milestone (id),
    due           timestamptz not null,
    met_at        timestamptz,
    met_by        uuid,
    released_at   timestamptz,
    unique (assignment_id, kind, period)
);
create index feedback_due_open on ledger.feedback_due (assignment_id, due) where met_at is null and released_at is null;

create table ledger.feedback (
    id            uuid primary key,
    version       int not null,
    unit_id       uuid not null,
    kind          text not null,
    state         text not null check (state in ('DRAFT', 'UNIT_REVIEW', 'SUBMITTED', 'WITHDRAWN')),
    body          text not null,
    forecast      date,
    help_needed   text,
    drafted_by    text not null,
    drafted_at    timestamptz not null,
    signed_off_by text,
    submitted_at  timestamptz,
    on_behalf     boolean not null default false
);

create table ledger.feedback_target (
    feedback_id   uuid not null references ledger.feedback (id),
    assignment_id uuid not null references ledger.assignment (id),
    item_id       uuid not null references ledger.item (id),
    number        int,
    state         text not null check (state in ('OPEN', 'SUBMITTED', 'ACCEPTED', 'REJECTED')),
    reject_code   text,
    note          text,
    decided_by    text,
    decided_at    timestamptz,
    primary key (feedback_id, assignment_id)
);
create index feedback_target_by_item on ledger.feedback_target (item_id, feedback_id);
create index feedback_target_by_assignment on ledger.feedback_target (assignment_id, number desc);
create index feedback_target_waiting on ledger.feedback_target (item_id) where state = 'SUBMITTED';

create table ledger.evidence (
    id             uuid primary key,
    feedback_id    uuid not null references ledger.feedback (id),
    requirement_id uuid references ledger.requirement (id),
    file_id        uuid,
    words          text,
    check (file_id is not null or words is not null)
);
create index evidence_by_feedback on ledger.evidence (feedback_id);
create index evidence_by_requirement on ledger.evidence (requirement_id);

create function ledger.keep_submitted_feedback() returns trigger language plpgsql as $$
begin
    if old.state = 'SUBMITTED' then
        raise exception 'a submitted feedback is immutable';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger feedback_immutable before update or delete on ledger.feedback
    for each row execute function ledger.keep_submitted_feedback();

-- Extension, suspension, long-term, transfer, cancellation: asked for with a reason, decided by the right role.
create table ledger.change_request (
    id              uuid primary key,
    version         int not null,
    item_id         uuid not null references ledger.item (id),
    assignment_id   uuid references ledger.assignment (id),
    kind            text not null check (kind in ('EXTENSION', 'SUSPENSION', 'LONG_TERM', 'TRANSFER', 'CANCELLATION')),
    state           text not null,
    reason          text not null,
    progress        text,
    proposed_date   date,
    proposed_cycle  text,
    proposed_unit_id uuid,
    ending          text,
    asked_by        text not null,
    asked_by_id     uuid not null,
    asking_unit_id  uuid not null,
    asked_at        timestamptz not null,
    unit_signed_by  text,
    opinion         text,
    opinion_by      text,
    decided_by      text,
    decided_at      timestamptz,
    decision_note   text,
    granted_date    date
);
create index change_request_by_item on ledger.change_request (item_id, asked_at);
create unique index change_request_one_open on ledger.change_request (item_id, kind, coalesce(assignment_id, item_id))
    where state in ('ASKED', 'UNIT_SIGNED', 'SEEN');

-- Every due instant that ever was, with who moved it and why. Written once.
create table ledger.date_change (
    id            uuid primary key,
    item_id       uuid not null references ledger.item (id),
    assignment_id uuid references ledger.assignment (id),
    kind          text not null,
    before        timestamptz,
    after         timestamptz,
    derivation    text,
    reason        text,
    decided_by    text not null,
    changed_at    timestamptz not null
);
create index date_change_by_item on ledger.date_change (item_id, changed_at);

create table ledger.supervision_notice (
    id             uuid primary key,
    version        int not null,
    item_id        uuid not null references ledger.item (id),
    assignment_id  uuid not null references ledger.assignment (id),
    level          text not null,
    state          text not null,
    text           text not null,
    issued_by      text not null,
    issued_at      timestamptz not null,
    answer_due     timestamptz,
    answer         text,
    answered_by    text,
    answered_at    timestamptz,
    ended_by       text,
    ended_at       timestamptz,
    next_id        uuid references ledger.supervision_notice (id)
);
create index supervision_notice_by_item on ledger.supervision_notice (item_id, issued_at);

create table ledger.revisit (
    id         uuid primary key,
    item_id    uuid not null references ledger.item (id),
    result     text not null check (result in ('CURED', 'RELAPSED')),
    findings   text not null,
    person_id  uuid not null,
    person     text not null,
    happened_at timestamptz not null,
    relapse_item_id uuid references ledger.item (id)
);
create index revisit_by_item on ledger.revisit (item_id);

create table ledger.revisit_file (
    revisit_id uuid not null references ledger.revisit (id),
    file_id    uuid not null,
    primary key (revisit_id, file_id)
);

-- The leader's word on a reported result.
create table ledger.leader_word (
    id         uuid primary key,
    item_id    uuid not null references ledger.item (id),
    agreed     boolean not null,
    words      text,
    person     text not null,
    said_at    timestamptz not null,
    child_id   uuid references ledger.item (id)
);
create index leader_word_by_item on ledger.leader_word (item_id);

-- Creation with the same key answers with what was created the first time.
create table ledger.idempotency_key (
    person_id  uuid not null,
    key        text not null,
    object_id  uuid not null,
    created_at timestamptz not null,
    primary key (person_id, key)
);
