-- Areas: the administrative divisions of the country, some 665,000 of them, in the same tree as the units.
alter table organization.unit drop constraint unit_kind_check;
alter table organization.unit add constraint unit_kind_check
    check (kind in ('OFFICE', 'DIVISION', 'UNIT', 'GUEST', 'AREA'));

-- An office may have given its units the codes of the areas they sit in: a code is taken once among areas and once among all others.
drop index organization.unit_code;
create unique index unit_code on organization.unit (code) where code is not null and valid_to is null and kind <> 'AREA';
create unique index area_code on organization.unit (code) where code is not null and valid_to is null and kind = 'AREA';

-- The directory: all units but areas.
create index unit_directory on organization.unit (place) where kind <> 'AREA';

-- What is below a unit is found from parent to child; the paths of hundreds of thousands of areas need no index of their own.
drop index organization.unit_path;
drop index organization.unit_parent;
create index unit_parent on organization.unit (parent_id, place, id);

-- How far down an area is searched: 0 for whatever papers and people mean at once (units, provinces, cities, counties), 4 for towns, 5 for
-- villages. Towns and villages are searched apart, where one pair of characters may stand in half a million names.
alter table organization.unit add column search_level smallint not null generated always as (
    case when kind = 'AREA' and cardinality(path) > 3 then least(cardinality(path), 5) else 0 end) stored;

drop index organization.unit_folded_names;
drop index organization.unit_cores;
drop index organization.unit_grams;
create index unit_folded_names on organization.unit using gin (folded_names) where search_level = 0;
create index unit_cores on organization.unit using gin (cores) where search_level = 0;
create index unit_grams on organization.unit using gin (grams) where search_level = 0;
create index town_grams on organization.unit using gin (grams) where search_level = 4;
create index village_grams on organization.unit using gin (grams) where search_level = 5;

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
