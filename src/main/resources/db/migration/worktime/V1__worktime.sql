create schema worktime;

-- A sequence, not a counter: a number that was rolled back is never given again, so caches cannot mistake one state for another.
create sequence worktime.calendar_revision;

-- At most one row: the revision that caches compare, and the office's hours where they are not the default.
create table worktime.calendar_state (
    only_row boolean primary key default true check (only_row),
    revision bigint not null,
    hours    text
);

-- Years whose national announcement the office has imported; they take the place of the shipped ones.
create table worktime.imported_year (
    year        int primary key check (year between 1900 and 9998),
    source      text not null,
    imported_by uuid not null,
    imported_at timestamptz not null
);

create table worktime.special_day (
    id         uuid primary key,
    date       date not null,
    layer      text not null check (layer in ('NATIONAL', 'LOCAL')),
    kind       text not null check (kind in ('HOLIDAY', 'WORKING')),
    name       text not null check (char_length(name) between 1 and 60),
    source     text not null,
    -- The announcement a national day belongs to: a make-up day of next year's announcement may lie in this December.
    year       int references worktime.imported_year (year),
    created_by uuid not null,
    created_at timestamptz not null,
    unique (date, layer),
    check ((layer = 'NATIONAL') = (year is not null))
);
