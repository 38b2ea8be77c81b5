-- Figures of a period. Facts are read from the ledger's own tables; what no clock can change any more is also kept in monthly totals, so that
-- a year of half a million parts is added up from some thousand rows. An item that changed is noted, and its share is replaced before the
-- totals are read again.

-- When a unit's clock stood still: suspended, or waiting for the office to coordinate. The ledger itself keeps only what stands still now.
create table ledger.standstill (
    id            bigint generated always as identity primary key,
    item_id       uuid not null references ledger.item (id),
    assignment_id uuid not null references ledger.assignment (id),
    stopped_at    timestamptz not null,
    resumed_at    timestamptz
);
create index standstill_by_item on ledger.standstill (item_id);
create unique index standstill_one_open on ledger.standstill (assignment_id) where resumed_at is null;

create function ledger.keep_standstill() returns trigger language plpgsql as $$
begin
    if new.stopped_at is null then
        update ledger.standstill set resumed_at = greatest(stopped_at, new.last_activity_at)
        where assignment_id = new.id and resumed_at is null;
    else
        insert into ledger.standstill (item_id, assignment_id, stopped_at) values (new.item_id, new.id, new.stopped_at)
        on conflict (assignment_id) where resumed_at is null do nothing;
    end if;
    return null;
end $$;
create trigger assignment_standstill after update of stopped_at on ledger.assignment
    for each row when (old.stopped_at is distinct from new.stopped_at) execute function ledger.keep_standstill();
insert into ledger.standstill (item_id, assignment_id, stopped_at)
select item_id, id, stopped_at from ledger.assignment where stopped_at is not null;

-- Items whose share in the totals may be out of date. Only ever appended to: nobody waits for anybody.
create table ledger.figure_stale (item_id uuid not null);
insert into ledger.figure_stale (item_id) select id from ledger.item;

create function ledger.note_stale_items() returns trigger language plpgsql as $$
begin
    insert into ledger.figure_stale (item_id) select distinct id from changed;
    return null;
end $$;
create function ledger.note_stale_rows() returns trigger language plpgsql as $$
begin
    insert into ledger.figure_stale (item_id) select distinct item_id from changed;
    return null;
end $$;
create function ledger.note_stale_dues() returns trigger language plpgsql as $$
begin
    insert into ledger.figure_stale (item_id)
    select distinct a.item_id from changed c join ledger.assignment a on a.id = c.assignment_id;
    return null;
end $$;
create function ledger.note_stale_sources() returns trigger language plpgsql as $$
begin
    insert into ledger.figure_stale (item_id) select i.id from changed c join ledger.item i on i.source_id = c.id;
    return null;
end $$;
do $$
declare
    one record;
begin
    for one in select * from (values ('item', 'items'), ('assignment', 'rows'), ('feedback_due', 'dues'), ('feedback_target', 'rows'),
                                     ('change_request', 'rows'), ('date_change', 'rows'), ('revisit', 'rows'), ('leader_word', 'rows'),
                                     ('standstill', 'rows')) as watched (name, rule)
    loop
        execute format('create trigger figures_inserted after insert on ledger.%I referencing new table as changed
                        for each statement execute function ledger.note_stale_%s()', one.name, one.rule);
        execute format('create trigger figures_updated after update on ledger.%I referencing new table as changed
                        for each statement execute function ledger.note_stale_%s()', one.name, one.rule);
    end loop;
end $$;
create trigger figures_updated after update on ledger.source referencing new table as changed
    for each statement execute function ledger.note_stale_sources();

-- What an item adds to the totals, so that it can be taken out again.
create type ledger.figure_cell as (measure text, month date, unit_id uuid, counted int, judged int, hit int, amount numeric);
create table ledger.figure_share (
    item_id        uuid primary key references ledger.item (id),
    kind           text not null,
    leader_post_id uuid not null,
    limit_class    text not null,
    cells          ledger.figure_cell[] not null
);
create table ledger.figure_month (
    month          date not null,
    measure        text not null,
    unit_id        uuid not null,
    kind           text not null,
    leader_post_id uuid not null,
    limit_class    text not null,
    counted        bigint not null,
    judged         bigint not null,
    hit            bigint not null,
    amount         numeric not null,
    primary key (month, measure, unit_id, kind, leader_post_id, limit_class)
);

-- Facts by their day, for what is not whole months, and what is open and late.
create index item_by_filed on ledger.item (filed_at) where filed_at is not null;
create index item_by_closed on ledger.item (closed_at) where closed_at is not null;
create index assignment_by_issued on ledger.assignment (issued_at) where issued_at is not null;
create index assignment_by_sign_due on ledger.assignment (sign_due) where sign_due is not null;
create index assignment_to_sign on ledger.assignment (sign_due) where state = 'TO_SIGN';
create index assignment_running_by_limit on ledger.assignment ((least(original_due, due)))
    where state in ('TO_SIGN', 'REASSIGN_REQUESTED', 'SIGNED', 'ASSIGNED_INSIDE', 'WORKING', 'UNIT_REVIEW', 'RETURNED', 'STOPPED');
create index feedback_due_late on ledger.feedback_due (due) where met_at is null and released_at is null and kind <> 'FINAL';
create index feedback_due_by_day on ledger.feedback_due (due) where kind <> 'FINAL';
create index feedback_target_by_decision on ledger.feedback_target (decided_at) where decided_at is not null;
create index date_change_by_assignment on ledger.date_change (assignment_id, changed_at) where assignment_id is not null;
create index revisit_by_day on ledger.revisit (happened_at);
create index leader_word_by_day on ledger.leader_word (said_at);

-- The period bulletin. What is issued never changes; a correction is another edition.
create table ledger.bulletin (
    id           uuid primary key,
    version      int not null,
    year         int,
    sequence     int,
    edition      int not null,
    corrects_id  uuid references ledger.bulletin (id),
    reason       text,
    title        text not null check (char_length(title) between 1 and 200),
    from_day     date not null,
    to_day       date not null check (to_day >= from_day),
    groupings    text[] not null,
    opinions     jsonb not null,
    scores       boolean not null,
    state        text not null check (state in ('DRAFT', 'ISSUED')),
    drafted_by   uuid not null,
    drafter      text not null,
    drafted_at   timestamptz not null,
    issued_by    uuid,
    issuer       text,
    issued_at    timestamptz,
    content      text,
    evidence     text,
    hash         text,
    unique (year, sequence, edition),
    check (edition = 1 or (corrects_id is not null and reason is not null)),
    check ((state = 'ISSUED') = (content is not null and evidence is not null and hash is not null and issued_by is not null)),
    check (issued_by is null or issued_by <> drafted_by)
);
create unique index bulletin_one_correction on ledger.bulletin (corrects_id) where corrects_id is not null;
create function ledger.keep_issued_bulletin() returns trigger language plpgsql as $$
begin
    if old.state = 'ISSUED' then
        raise exception 'an issued bulletin is immutable';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger bulletin_immutable before update or delete on ledger.bulletin
    for each row execute function ledger.keep_issued_bulletin();

-- The assessment of units: rules as data, in versions. Off until the director turns it on. Scores are computed and never kept.
create table ledger.assessment_rules (
    version    int primary key,
    valid_from date not null,
    title      text not null,
    base       numeric not null,
    lines      jsonb not null,
    reason     text not null,
    made_by    text not null,
    made_at    timestamptz not null
);
insert into ledger.assessment_rules (version, valid_from, title, base, lines, reason, made_by, made_at)
values (1, '2000-01-01', '缺省规则', 100,
        '[{"event": "SIGNED_LATE", "steps": [-0.5, -1, -2], "cap": 10},
          {"event": "REPORTED_LATE", "steps": [-0.5, -1, -2, -5], "cap": 20},
          {"event": "RETURNED", "steps": [-0.5, -1, -2, -5], "cap": 20},
          {"event": "DONE_LATE", "steps": [-2, -3, -5], "cap": 30},
          {"event": "RELAPSED", "steps": [-5, -10], "cap": 30},
          {"event": "PRAISED", "steps": [1], "cap": 5}]',
        '随产品提供，供办公室修改', '落实', '2000-01-01T00:00:00+08:00');
create table ledger.assessment_switch (
    only_row   boolean primary key default true check (only_row),
    switched_on boolean not null,
    reason     text not null,
    changed_by text not null,
    changed_at timestamptz not null
);
create table ledger.assessment_objection (
    id            uuid primary key,
    version       int not null,
    unit_id       uuid not null,
    item_id       uuid not null references ledger.item (id),
    event         text not null,
    subject_id    uuid not null,
    assignment_id uuid,
    event_at      timestamptz not null,
    reason        text not null,
    raised_by     text not null,
    raised_by_id  uuid not null,
    raised_at     timestamptz not null,
    due           timestamptz not null,
    state         text not null check (state in ('OPEN', 'ACCEPTED', 'REFUSED')),
    answer        text,
    answered_by   text,
    answered_at   timestamptz,
    check ((state = 'OPEN') = (answered_at is null))
);
create unique index assessment_objection_once on ledger.assessment_objection (event, subject_id, coalesce(assignment_id, subject_id));
create index assessment_objection_by_unit on ledger.assessment_objection (unit_id, event_at);
