-- Who took which figures out of the house, and how far a file is that is being fetched. The file itself is never kept.
create table reporting.export (
    id         uuid primary key,
    regime     int not null references reporting.regime,
    period     date not null,
    place      bigint not null,
    kind       text not null check (kind in ('XLSX', 'CSV')),
    personal   boolean not null,
    by_id      uuid not null,
    rows_total int not null,
    rows_done  int not null,
    started_at timestamptz not null,
    heard_at   timestamptz not null,
    ended_at   timestamptz,
    stopped    boolean not null
);
create index export_of on reporting.export (by_id, started_at desc);
