create schema webhooks;

-- Where news may go at all. Nothing goes out until somebody has written a host here.
create table webhooks.allowance (
    the_one    boolean primary key default true check (the_one),
    hosts      text not null default '',
    networks   text not null default '',
    changed_by text,
    changed_at timestamptz
);

insert into webhooks.allowance default values;

-- busy_until: one delivery at a time for each, so that one that hangs holds up nobody else, whichever server sends.
create table webhooks.subscription (
    id            uuid primary key,
    name          text not null,
    address       text not null,
    types         text[] not null,
    secret        bytea not null,
    state         text not null check (state in ('ACTIVE', 'PAUSED')),
    paused_why    text check (paused_why in ('BY_HAND', 'FAILING', 'GONE')),
    failures      integer not null default 0,
    failing_since timestamptz,
    busy_until    timestamptz not null,
    made_by       text not null,
    made_at       timestamptz not null
);

create table webhooks.delivery (
    id              uuid primary key,
    subscription_id uuid not null references webhooks.subscription on delete cascade,
    event_id        uuid not null,
    type            text not null,
    body            text not null,
    created_at      timestamptz not null,
    state           text not null check (state in ('WAITING', 'SENT', 'DEAD')),
    attempts        integer not null default 0,
    next_try        timestamptz not null,
    last_at         timestamptz,
    last_status     integer,
    last_failure    text,
    took_ms         integer
);

create index on webhooks.delivery (subscription_id, next_try, id) where state = 'WAITING';
create index on webhooks.delivery (subscription_id, created_at desc, id desc);
create index on webhooks.delivery (created_at);
