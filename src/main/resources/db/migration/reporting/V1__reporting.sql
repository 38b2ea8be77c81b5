create schema reporting;

-- The dictionary: what is asked is defined once, and every form is a selection from it.
create table reporting.field (
    id            uuid primary key,
    version       int not null,
    -- What rules, files and programs call it: a letter, then letters, digits and _.
    code          text not null unique,
    name          text not null,
    kind          text not null check (kind in ('WHOLE', 'DECIMAL', 'TEXT', 'CHOICE', 'YES_NO', 'DATE')),
    measure       text not null,
    definition    text not null,
    -- X-11: no field without the duty it serves.
    basis         text not null,
    owner_unit_id uuid not null,
    -- Due for deletion when the regime ends (W-20).
    personal      boolean not null,
    least         numeric,
    most          numeric,
    choices       text[] not null,
    -- Minutes that one unit needs to know it; what the burden gate counts with.
    minutes       numeric(5, 1) not null check (minutes > 0),
    made_at       timestamptz not null,
    withdrawn_at  timestamptz
);

create table reporting.form (
    id      uuid primary key,
    name    text not null,
    made_at timestamptz not null
);

-- A version that was issued never changes; the next one is a new row.
create table reporting.form_version (
    form_id   uuid not null references reporting.form,
    number    int not null,
    version   int not null,
    note      text not null,
    issued_at timestamptz,
    primary key (form_id, number)
);

create table reporting.form_field (
    form_id  uuid not null,
    number   int not null,
    position int not null,
    field_id uuid not null references reporting.field,
    required boolean not null,
    primary key (form_id, number, position),
    unique (form_id, number, field_id),
    foreign key (form_id, number) references reporting.form_version
);

create table reporting.form_rule (
    form_id    uuid not null,
    number     int not null,
    position   int not null,
    expression text not null,
    message    text not null,
    strength   text not null check (strength in ('MUST', 'WARN')),
    primary key (form_id, number, position),
    foreign key (form_id, number) references reporting.form_version
);

-- A time of reporting with a beginning and an end. Its number is short, because it stands in every key.
create table reporting.regime (
    id            int generated always as identity primary key,
    key           uuid not null unique,
    version       int not null,
    title         text not null,
    form_id       uuid not null references reporting.form,
    basis         text not null,
    purpose       text not null,
    recipients    text[] not null,
    rhythm        text not null check (rhythm in ('ONCE', 'DAILY', 'WORKDAYS', 'WEEKLY', 'MONTHLY')),
    first_day     date not null,
    last_day      date not null check (last_day >= first_day),
    -- The cut-off: this hour of the period's day, or so many days later.
    cut_off       time not null,
    days_later    smallint not null check (days_later between 0 and 31),
    -- Days that personal data is kept after the end (W-20).
    grace_days    smallint not null check (grace_days between 0 and 365),
    -- What the gate showed when it was asked to pass: cost, overlap, budget.
    gate          jsonb,
    drafted_by    uuid not null,
    drafted_at    timestamptz not null,
    submitted_at  timestamptz,
    second_needed boolean not null,
    approver_id   uuid,
    approved_at   timestamptz,
    second_id     uuid,
    second_at     timestamptz,
    returned_for  text,
    -- The last period that is asked for, where it was stopped before its end.
    stopped_on    date,
    stopped_for   text,
    -- The level at which totals are kept; null: they are few and added up when somebody asks.
    kept_level    smallint,
    erased_at     timestamptz
);

create table reporting.regime_form (
    regime   int not null references reporting.regime,
    from_day date not null,
    form_id  uuid not null,
    number   int not null,
    primary key (regime, from_day),
    foreign key (form_id, number) references reporting.form_version
);

-- Who is asked: the place itself, or, with a level, all places of that level below it. Place 0 is the whole tree.
create table reporting.target (
    regime int not null references reporting.regime,
    place  bigint not null,
    level  smallint,
    unique nulls not distinct (regime, place, level)
);

-- The unit tree as numbers: the key holds the place among the siblings of each level from the top down, so that everything below a
-- place is one range of keys and the order of keys is the official order. A key is given once and never to another unit.
create table reporting.place (
    key        bigint primary key,
    unit_id    uuid not null,
    -- The first part of the key: what tables are spread over servers by.
    province   smallint not null,
    level      smallint not null,
    code       text,
    name       text not null,
    valid_from date not null,
    valid_to   date
);
create unique index place_unit on reporting.place (unit_id) where valid_to is null;
create unique index place_code on reporting.place (code) where code is not null and valid_to is null;
create index place_level on reporting.place (level, key);

-- Which state of the unit tree the places were last compared with.
create table reporting.tree (
    revision bigint not null
);
insert into reporting.tree values (-1);

create table reporting.contact (
    place     bigint primary key,
    name      text not null,
    telephone text not null
);

create table reporting.exemption (
    id       uuid primary key,
    regime   int not null references reporting.regime,
    place    bigint not null,
    from_day date not null,
    to_day   date not null check (to_day >= from_day),
    reason   text not null,
    by_id    uuid not null,
    made_at  timestamptz not null
);

-- One period of a regime: when it falls due and by which version of the form.
create table reporting.round (
    regime  int not null references reporting.regime,
    period  date not null,
    due     timestamptz not null,
    form_id uuid not null,
    number  int not null,
    made_at timestamptz not null,
    primary key (regime, period)
);

-- From here on the tables are large: parted by period, with the province in every key and no reference to rows elsewhere, so that parts
-- can lie on other servers. Codes are short numbers, because a national regime writes 226 million rows a year.

-- kind: 0 nothing yet, 1 zero, 2 figures. review, of the revision that stands: 0 not looked at, 1 confirmed, 2 questioned.
create table reporting.obligation (
    period   date not null,
    regime   int not null,
    place    bigint not null,
    province smallint not null,
    revision smallint not null,
    kind     smallint not null check (kind between 0 and 2),
    late     boolean not null,
    exempt   boolean not null,
    review   smallint not null check (review between 0 and 2),
    -- Whether it stands on somebody's desk too.
    desk     boolean not null,
    primary key (period, regime, place, province)
) partition by range (period);

-- A revision never changes. values: null for zero; a field that is not known yet is there with null. sequel: 0 the first report,
-- n the n-th follow-up. channel: 1 page, 2 program, 3 bulk, 4 link, 5 file. signer: who answers for it; sender_id: whose account sent it.
create table reporting.report (
    period    date not null,
    regime    int not null,
    place     bigint not null,
    province  smallint not null,
    revision  smallint not null,
    kind      smallint not null check (kind between 1 and 2),
    sequel    smallint not null,
    final     boolean not null,
    channel   smallint not null,
    on_behalf boolean not null,
    batch     bigint not null,
    at        timestamptz not null,
    sender_id uuid,
    signer    text not null,
    values    jsonb,
    reason    text,
    primary key (period, regime, place, province, revision)
) partition by range (period);

-- Totals of the places of the kept level; those above are added up from these. The arrays follow the numeric fields of the form.
create table reporting.rollup (
    period     date not null,
    regime     int not null,
    place      bigint not null,
    province   smallint not null,
    owed       int not null,
    exempt     int not null,
    reported   int not null,
    zero       int not null,
    late       int not null,
    confirmed  int not null,
    questioned int not null,
    sums       numeric[] not null,
    known      int[] not null,
    unknown    int[] not null,
    primary key (period, regime, place, province)
) partition by range (period);

-- Place by place: two arrays of the same length.
create function reporting.plus(a numeric[], b numeric[]) returns numeric[] language sql immutable parallel safe as $$
    select coalesce(array_agg(x + y order by n), '{}') from unnest(a, b) with ordinality as t (x, y, n)
$$;
create function reporting.plus(a int[], b int[]) returns int[] language sql immutable parallel safe as $$
    select coalesce(array_agg(x + y order by n), '{}') from unnest(a, b) with ordinality as t (x, y, n)
$$;

-- A batch is what was written in one transaction; the history holds a digest of each.
create sequence reporting.batch;

create function reporting.refuse_change() returns trigger language plpgsql as $$
begin
    if current_setting('reporting.erasing', true) is distinct from 'on' then
        raise exception 'a report never changes; it is corrected by a new revision' using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;
create trigger append_only before update or delete or truncate on reporting.report
    for each statement execute function reporting.refuse_change();

-- Makes the parts for the month of a day where they are missing.
create function reporting.ensure_parts(day date) returns void language plpgsql as $$
declare
    first date := date_trunc('month', day)::date;
    last  date := (date_trunc('month', day) + interval '1 month')::date;
    part  text;
    name  text;
begin
    foreach part in array array ['obligation', 'report', 'rollup'] loop
        name := part || '_' || to_char(first, 'YYYY_MM');
        if to_regclass('reporting.' || name) is null then
            execute format('create table reporting.%I partition of reporting.%I for values from (%L) to (%L)%s', name, part, first, last,
                           case part when 'report' then '' when 'obligation' then ' with (fillfactor = 70)' else ' with (fillfactor = 50)' end);
        end if;
    end loop;
end
$$;

-- What was typed and could not be sent yet: a rule was broken, or the person was called away.
create table reporting.draft (
    regime   int not null references reporting.regime,
    period   date not null,
    place    bigint not null,
    typed    jsonb not null,
    by_id    uuid,
    saved_at timestamptz not null,
    primary key (regime, period, place)
);

-- A link opens the page of one unit in one regime for whoever has it.
create table reporting.link (
    id         uuid primary key,
    hash       bytea not null unique,
    regime     int not null references reporting.regime,
    place      bigint not null,
    made_by    uuid not null,
    made_at    timestamptz not null,
    ends_at    timestamptz not null,
    revoked_at timestamptz,
    used_at    timestamptz
);
create index link_place on reporting.link (regime, place);

-- A file to fill off line answers for one unit and one period, once.
create table reporting.offline_file (
    id      uuid primary key,
    hash    bytea not null unique,
    regime  int not null references reporting.regime,
    period  date not null,
    place   bigint not null,
    made_by uuid,
    made_at timestamptz not null,
    ends_at timestamptz not null,
    used_at timestamptz
);

create table reporting.review (
    id       uuid primary key,
    period   date not null,
    regime   int not null,
    place    bigint not null,
    revision smallint not null,
    kind     text not null check (kind in ('CONFIRMED', 'QUESTIONED', 'NOTED')),
    words    text not null,
    -- The level that looked; 0 is the office.
    by_place bigint not null,
    by_id    uuid not null,
    by_name  text not null,
    at       timestamptz not null
);
create index review_of on reporting.review (regime, period, place, at);

create table reporting.grouping (
    id      uuid primary key,
    version int not null,
    name    text not null,
    basis   text not null,
    made_at timestamptz not null
);

create table reporting.grouping_member (
    grouping_id uuid not null references reporting.grouping,
    place       bigint not null,
    primary key (grouping_id, place)
);

-- Figures as of a batch: what was in then can be read again for ever, because revisions never change.
create table reporting.bulletin (
    id          uuid primary key,
    regime      int not null references reporting.regime,
    period      date not null,
    number      int not null,
    place       bigint not null,
    title       text not null,
    as_of       timestamptz not null,
    as_of_batch bigint not null,
    content     jsonb not null,
    words       text not null,
    made_by     uuid not null,
    made_at     timestamptz not null,
    unique (regime, number)
);
create index bulletin_of on reporting.bulletin (regime, period);

create table reporting.erratum (
    id          uuid primary key,
    bulletin_id uuid not null references reporting.bulletin,
    number      int not null,
    as_of_batch bigint not null,
    content     jsonb not null,
    words       text not null,
    made_by     uuid not null,
    made_at     timestamptz not null,
    unique (bulletin_id, number)
);

-- A bulk upload as far as it is in: what was read of it is known when it breaks off.
create table reporting.upload (
    id         uuid primary key,
    regime     int not null references reporting.regime,
    name       text not null,
    sender_id  uuid not null,
    rows_read  bigint not null,
    taken      bigint not null,
    unchanged  bigint not null,
    refused    bigint not null,
    started_at timestamptz not null,
    heard_at   timestamptz not null,
    ended_at   timestamptz
);
