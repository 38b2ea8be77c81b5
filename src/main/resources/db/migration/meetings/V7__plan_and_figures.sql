-- What a year is to bring; a line becomes a meeting when it is proposed.
create table meetings.plan_line (
    id         uuid primary key,
    version    int not null,
    year       int not null check (year between 1990 and 2199),
    month      int not null check (month between 1 and 12),
    kind       text not null,
    title      text not null,
    audience   text not null,
    people     int not null check (people > 0),
    minutes    int not null check (minutes > 0),
    meeting_id uuid unique references meetings.meeting
);
create index plan_line_year on meetings.plan_line (year, month);

-- Figures as they were when somebody used them; never changed.
create table meetings.frozen_figures (
    id        uuid primary key,
    from_day  date not null,
    to_day    date not null check (to_day >= from_day),
    used_in   text not null,
    frozen_at timestamptz not null,
    frozen_by uuid not null,
    content   text not null,
    hash      text not null
);
create index frozen_figures_at on meetings.frozen_figures (frozen_at desc);
create index meeting_held on meetings.meeting (starts_at) where held_at is not null;
