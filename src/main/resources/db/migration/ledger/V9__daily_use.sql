-- One step on many items: who took it, and what became of each item, so that a refusal can be looked at again after the page is gone.
create table ledger.bulk_step (
    id          uuid primary key,
    action      text not null,
    person_id   uuid not null,
    person      text not null,
    happened_at timestamptz not null
);

create table ledger.bulk_outcome (
    bulk_id   uuid not null references ledger.bulk_step (id),
    position  int not null,
    item_id   uuid not null references ledger.item (id),
    reference text not null,
    title     text not null,
    unit      text,
    refusal   text,
    details   jsonb not null,
    primary key (bulk_id, position)
);

-- A way of looking at the ledger that somebody wants again: the part of the address behind the question mark.
create table ledger.saved_view (
    id         uuid primary key,
    owner_id   uuid not null,
    owner      text not null,
    name       text not null check (char_length(name) between 1 and 40),
    query      text not null check (char_length(query) <= 2000),
    shared     boolean not null,
    created_at timestamptz not null
);
create index saved_view_by_owner on ledger.saved_view (owner_id);
create index saved_view_shared on ledger.saved_view (created_at) where shared;

-- Reports are searched as items are, by all pairs of neighbouring characters; the pairs stand only in the index, for a report's text does not change.
alter table ledger.feedback add column folded text not null default '';
alter table ledger.feedback disable trigger feedback_immutable;
update ledger.feedback set folded = lower(body);
alter table ledger.feedback enable trigger feedback_immutable;
create index feedback_pairs on ledger.feedback using gin (ledger.pairs(folded)) where state = 'SUBMITTED';
