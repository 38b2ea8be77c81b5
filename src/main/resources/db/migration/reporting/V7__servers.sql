-- Which provinces lie on another server: a foreign server of postgres_fdw. What no line names lies here. A line counts for the months
-- whose parts are made after it.
create table reporting.province_server (
    first_province smallint primary key,
    last_province  smallint not null check (last_province >= first_province and last_province < 32767),
    server         text not null,
    exclude using gist (int4range(first_province, last_province, '[]') with &&)
);

-- A table with parts on other servers cannot have a unique index; each part has its own. It is as good, because a key holds period and province
-- and so can stand in one part only.
create function reporting.key_of(part text) returns text language sql immutable as $$
    select 'primary key (period, regime, place, province' || case part when 'report' then ', revision' else '' end || ')'
$$;

do $$
declare
    part text;
    leaf regclass;
begin
    foreach part in array array ['obligation', 'report', 'rollup'] loop
        execute format('alter table reporting.%I drop constraint %I', part, part || '_pkey');
        for leaf in select relid from pg_partition_tree('reporting.' || part) where isleaf and level > 0 loop
            execute format('alter table %s add %s', leaf, reporting.key_of(part));
        end loop;
    end loop;
end
$$;

create function reporting.storage_of(part text) returns text language sql immutable as $$
    select case part when 'report' then '' when 'obligation' then ' with (fillfactor = 70)' else ' with (fillfactor = 50)' end
$$;

-- The same table for another server, told in full, because nothing of ours needs to be there.
create function reporting.part_elsewhere(part text, name text) returns text language sql stable as $$
    select format('create schema if not exists reporting; create table if not exists reporting.%I (%s, %s)%s', name,
                  concat_ws(', ', columns, checks), reporting.key_of(part), reporting.storage_of(part))
    from (select string_agg(format('%I %s%s', attname, format_type(atttypid, atttypmod), case when attnotnull then ' not null' end), ', '
                            order by attnum) as columns
          from pg_attribute where attrelid = ('reporting.' || part)::regclass and attnum > 0 and not attisdropped) c,
         (select string_agg(pg_get_constraintdef(oid), ', ') as checks
          from pg_constraint where conrelid = ('reporting.' || part)::regclass and contype = 'c') k
$$;

-- The parts of one month by province: those of other servers, which are made there first, and one for all that lies here.
create function reporting.spread(part text, name text) returns void language plpgsql as $$
declare
    line      reporting.province_server;
    elsewhere text;
begin
    execute format('create table reporting.%I partition of reporting.%I default%s', name || '_here', name, reporting.storage_of(part));
    execute format('alter table reporting.%I add %s', name || '_here', reporting.key_of(part));
    for line in select * from reporting.province_server order by first_province loop
        elsewhere := name || '_from_' || line.first_province;
        perform dblink_exec(line.server, reporting.part_elsewhere(part, elsewhere));
        execute format('create foreign table reporting.%I partition of reporting.%I for values from (%s) to (%s) server %I',
                       elsewhere, name, line.first_province, line.last_province + 1, line.server);
    end loop;
end
$$;

-- Makes the parts for the month of a day where they are missing.
create or replace function reporting.ensure_parts(day date) returns void language plpgsql as $$
declare
    first  date := date_trunc('month', day)::date;
    last   date := (date_trunc('month', day) + interval '1 month')::date;
    spread boolean := exists (select from reporting.province_server);
    part   text;
    name   text;
begin
    foreach part in array array ['obligation', 'report', 'rollup'] loop
        name := part || '_' || to_char(first, 'YYYY_MM');
        if to_regclass('reporting.' || name) is null then
            execute format('create table reporting.%I partition of reporting.%I for values from (%L) to (%L)%s', name, part, first, last,
                           case when spread then ' partition by range (province)' else reporting.storage_of(part) end);
            if spread then
                perform reporting.spread(part, name);
            else
                execute format('alter table reporting.%I add %s', name, reporting.key_of(part));
            end if;
        end if;
    end loop;
end
$$;
