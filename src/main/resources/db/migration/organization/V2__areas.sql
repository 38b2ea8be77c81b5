-- Areas: the administrative divisions of the country, some 665,000 of them, in the same tree as the units.
alter table organization.unit drop constraint unit_kind_check;
alter table organization.unit add constraint unit_kind_check
    check (kind in ('OFFICE', 'DIVISION', 'UNIT', 'GUEST', 'AREA'));

-- An office may have given its units the codes of the areas they sit in: a code is taken once among areas and once among all others.
drop index organization.unit_code;
create unique index unit_code on organization.unit (code) where code is not null and valid_to is null and kind <> 'AREA';
create unique index area_code on organization.unit (code) where code is not null and valid_to is null and kind = 'AREA';

-- Serves both "the same name" and "begins with".
create index unit_name on organization.unit ((folded_names[1]) text_pattern_ops);

-- Grows whenever any unit is added, changed, moved, ended or merged, in the same transaction.
create table organization.tree (
    only_row  boolean primary key default true check (only_row),
    revision  bigint not null
);

insert into organization.tree (revision) values (1);

create function organization.bump_tree() returns trigger language plpgsql as $$
begin
    update organization.tree set revision = revision + 1;
    return null;
end $$;

create trigger bump_tree after insert or update or delete or truncate on organization.unit
    for each statement execute function organization.bump_tree();
