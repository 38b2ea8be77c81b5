-- A report that did not come by an account of the unit: by which way, and who told it. Written once, with the report.
create table ledger.feedback_origin (
    feedback_id uuid primary key references ledger.feedback (id),
    way         text not null check (way in ('LINK', 'EXCEL', 'PACKAGE', 'TELEPHONE', 'PAPER', 'SPOKEN', 'OTHER', 'IMPORT')),
    told_by     text not null,
    telephone   text,
    told_on     date,
    partner     text
);

-- A unit without account answers by a link; of its word only the hash is kept. A new link replaces the one before.
create table ledger.guest_link (
    id            uuid primary key,
    hash          bytea not null unique,
    assignment_id uuid not null references ledger.assignment (id),
    contact       text not null,
    telephone     text,
    made_by       text not null,
    made_at       timestamptz not null,
    ends_at       timestamptz not null,
    revoked_at    timestamptz,
    used_at       timestamptz
);
create unique index guest_link_one_open on ledger.guest_link (assignment_id) where revoked_at is null;

-- A workbook to be filled in off line for one unit; it is good for one answer.
create table ledger.guest_form (
    id         uuid primary key,
    hash       bytea not null unique,
    unit_id    uuid not null,
    made_by    text not null,
    made_at    timestamptz not null,
    ends_at    timestamptz not null,
    used_at    timestamptz,
    used_by    text,
    digest     bytea,
    brought_by text
);

create table ledger.guest_form_part (
    form_id       uuid not null references ledger.guest_form (id),
    position      int not null,
    assignment_id uuid not null references ledger.assignment (id),
    feedback_id   uuid references ledger.feedback (id),
    primary key (form_id, position)
);
create index guest_form_part_by_assignment on ledger.guest_form_part (assignment_id);

-- Who this installation is for others: one key pair, made once.
create table ledger.installation (
    only_one    boolean primary key default true check (only_one),
    public_key  bytea not null,
    private_key bytea not null,
    made_at     timestamptz not null
);

-- Other installations. A partner is active once both sides have compared its fingerprint.
create table ledger.partner (
    id            uuid primary key,
    version       int not null default 1,
    fingerprint   text not null unique,
    public_key    bytea not null,
    name          text not null,
    unit_id       uuid,
    address       text,
    active        boolean not null default false,
    compared_with text,
    compared_by   text,
    compared_at   timestamptz,
    made_by       text not null,
    made_at       timestamptz not null
);
create unique index partner_of_unit on ledger.partner (unit_id) where unit_id is not null;

create table ledger.package_sent (
    id            uuid primary key,
    kind          text not null check (kind in ('ISSUE', 'REPORT', 'RECEIPT')),
    partner_id    uuid not null references ledger.partner (id),
    reply_to      uuid,
    item_id       uuid references ledger.item (id),
    assignment_id uuid references ledger.assignment (id),
    feedback_id   uuid references ledger.feedback (id),
    title         text not null,
    content       bytea not null,
    made_by       text not null,
    made_by_id    uuid not null,
    made_at       timestamptz not null,
    state         text not null check (state in ('MADE', 'WAITING', 'DELIVERED', 'FAILED')),
    attempts      int not null default 0,
    next_try_at   timestamptz,
    last_error    text,
    fetched_at    timestamptz,
    delivered_at  timestamptz,
    answer        text check (answer in ('TAKEN', 'DECLINED')),
    answered_by   text,
    answer_reason text,
    answered_at   timestamptz
);
create index package_sent_by_time on ledger.package_sent (made_at desc, id desc);
create index package_sent_by_assignment on ledger.package_sent (assignment_id);
create index package_sent_by_item on ledger.package_sent (item_id);
create index package_sent_waiting on ledger.package_sent (next_try_at) where state = 'WAITING';
create unique index package_sent_feedback_once on ledger.package_sent (feedback_id) where feedback_id is not null;

create table ledger.package_received (
    id            uuid primary key,
    kind          text not null check (kind in ('ISSUE', 'REPORT', 'RECEIPT')),
    partner_id    uuid not null references ledger.partner (id),
    reply_to      uuid,
    title         text not null,
    content       bytea not null,
    created_at    timestamptz not null,
    received_at   timestamptz not null,
    brought_by    text,
    state         text not null check (state in ('WAITING', 'TAKEN', 'DECLINED')),
    decided_by    text,
    decided_at    timestamptz,
    reason        text,
    item_id       uuid references ledger.item (id),
    feedback_id   uuid references ledger.feedback (id)
);
create index package_received_by_time on ledger.package_received (received_at desc, id desc);
create index package_received_waiting on ledger.package_received (received_at) where state = 'WAITING';

-- An item here that a partner has handed down: to which part of the partner's ledger reports go up.
create table ledger.partner_item (
    item_id       uuid primary key references ledger.item (id),
    partner_id    uuid not null references ledger.partner (id),
    package_id    uuid not null references ledger.package_received (id),
    assignment_id uuid not null,
    unique (partner_id, assignment_id)
);
