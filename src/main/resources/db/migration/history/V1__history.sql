create schema history;

-- written_by stands first on purpose: its default is evaluated before the number is drawn, so a line with a number below one that
-- was already sealed has a transaction older than that seal, unless somebody slipped it in later.
create table history.line (
    written_by   xid8 not null default pg_current_xact_id(),
    number       bigint generated always as identity primary key,
    scope_id     uuid not null,
    subject_kind text not null,
    subject_id   uuid not null,
    action       text not null,
    details      jsonb not null,
    reason       text,
    actor_id     uuid not null,
    actor_name   text not null,
    actor_from   text not null,
    happened_at  timestamptz not null
);

create index on history.line (scope_id, number desc);
create index on history.line (written_by);
create index on history.line (happened_at);

-- horizon: every transaction below it had ended; seen: no transaction from it on had begun; cluster: whose transaction numbers these are.
create table history.seal (
    number     bigint primary key,
    lines      int8multirange not null,
    line_count bigint not null,
    leaves     bytea not null,
    root       bytea not null,
    previous   bytea not null,
    hash       bytea not null unique,
    sealed_at  timestamptz not null,
    horizon    xid8 not null,
    seen       xid8 not null,
    cluster    bigint not null
);

create index on history.seal using gist (lines);

create function history.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'history is append-only' using errcode = 'insufficient_privilege';
end
$$;

create trigger append_only before update or delete or truncate on history.line
    for each statement execute function history.refuse_change();
create trigger append_only before update or delete or truncate on history.seal
    for each statement execute function history.refuse_change();
