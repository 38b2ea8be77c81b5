create schema organization;

-- Days of validity are whole days, both included; a null end means "still".
create table organization.unit (
    id              uuid primary key,
    version         int not null,
    parent_id       uuid references organization.unit,
    code            text,
    name            text not null,
    short_name      text not null,
    aliases         text[] not null,
    kind            text not null check (kind in ('OFFICE', 'DIVISION', 'UNIT', 'GUEST')),
    place           int not null,
    path            uuid[] not null,
    valid_from      date not null,
    valid_to        date check (valid_to >= valid_from - 1),
    merged_into_id  uuid references organization.unit,
    -- Derived from the names for finding units: names as folded, their cores, and the characters, pairs and initials in them.
    folded_names    text[] not null,
    cores           text[] not null,
    haystack        text not null,
    grams           text[] not null
);

create index unit_parent on organization.unit (parent_id, place);
create index unit_path on organization.unit using gin (path);
create index unit_folded_names on organization.unit using gin (folded_names);
create index unit_cores on organization.unit using gin (cores);
create index unit_grams on organization.unit using gin (grams);
create unique index unit_code on organization.unit (code) where code is not null and valid_to is null;
create unique index unit_office on organization.unit (kind) where kind = 'OFFICE' and valid_to is null;

create table organization.post (
    id              uuid primary key,
    version         int not null,
    unit_id         uuid not null references organization.unit,
    title           text not null,
    place           int not null,
    serves_post_id  uuid references organization.post,
    valid_from      date not null,
    valid_to        date check (valid_to >= valid_from - 1)
);

create index post_unit on organization.post (unit_id, place);

create table organization.person (
    id          uuid primary key,
    version     int not null,
    name        text not null,
    telephone   text,
    email       text,
    left_on     date,
    haystack    text not null,
    grams       text[] not null
);

create index person_grams on organization.person using gin (grams);
create index person_name on organization.person (name);

create table organization.holding (
    id          uuid primary key,
    post_id     uuid not null references organization.post,
    person_id   uuid not null references organization.person,
    from_day    date not null,
    to_day      date check (to_day >= from_day),
    -- The other rooms hear of a change of holder on the day it takes effect.
    announced   boolean not null
);

create index holding_post on organization.holding (post_id, from_day);
create index holding_person on organization.holding (person_id);
create index holding_unannounced on organization.holding (from_day) where not announced;

-- A post has one holder at a time. Writers lock the post first, so that two of them cannot pass this check side by side.
create function organization.refuse_second_holder() returns trigger language plpgsql as $$
begin
    perform 1 from organization.post where id = new.post_id for update;
    if exists (
        select 1 from organization.holding other
        where other.post_id = new.post_id and other.id <> new.id
          and daterange(other.from_day, other.to_day, '[]') && daterange(new.from_day, new.to_day, '[]')) then
        raise exclusion_violation using message = 'post ' || new.post_id || ' already has a holder in that time';
    end if;
    return new;
end $$;

create trigger one_holder_at_a_time before insert or update on organization.holding
    for each row execute function organization.refuse_second_holder();
