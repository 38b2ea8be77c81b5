-- Until it is issued the words of a bulletin may be changed and its figures taken again; after that it never changes.
alter table reporting.bulletin add column issued_at timestamptz, add column issued_by uuid;
alter table reporting.erratum add column as_of timestamptz not null, add column issued_at timestamptz, add column issued_by uuid;
create index erratum_of on reporting.erratum (bulletin_id);

create function reporting.refuse_change_of_issued() returns trigger language plpgsql as $$
begin
    if old.issued_at is not null then
        raise exception 'what was issued never changes; it is corrected by an erratum' using errcode = 'insufficient_privilege';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger issued before update or delete on reporting.bulletin
    for each row execute function reporting.refuse_change_of_issued();
create trigger issued before update or delete on reporting.erratum
    for each row execute function reporting.refuse_change_of_issued();

-- How the deletion of what is personal goes on after a regime has ended.
create table reporting.ending (
    regime       int primary key references reporting.regime,
    asked_by     uuid,
    asked_at     timestamptz,
    confirmed_by uuid,
    confirmed_at timestamptz,
    -- What was removed so far; a pass that finds nothing more ends it.
    reports      bigint not null,
    drafts       int not null,
    links        int not null,
    contacts     int not null,
    done_at      timestamptz
);

create table reporting.retention (
    id      uuid primary key,
    regime  int not null references reporting.regime,
    days    smallint not null check (days between 1 and 365),
    reason  text not null,
    by_id   uuid not null,
    made_at timestamptz not null
);
create index retention_of on reporting.retention (regime);

-- What came after a bulletin is found by its batch. Reports lie in the order of their batches, so that a block index is enough and costs a
-- writer nothing.
create index report_batch on reporting.report using brin (batch) with (autosummarize = on);
