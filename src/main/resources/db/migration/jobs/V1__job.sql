create schema jobs;

-- What a process says about its work. Whether the process still lives is computed from the heartbeat, never written here.
create table jobs.job (
    id               uuid primary key,
    kind_key         text not null,
    arguments        jsonb not null,
    ending           text check (ending in ('DONE', 'FAILED', 'CANCELLED')),
    done             bigint not null,
    total            bigint not null,
    outcome          jsonb,
    failure          jsonb,
    cancel_asked     boolean not null,
    started_by       uuid not null,
    started_at       timestamptz not null,
    heartbeat_at     timestamptz not null,
    ended_at         timestamptz
);

create index job_starter on jobs.job (started_by, started_at desc);
