-- The ledger is searched by words of two characters, which no trigram index can find: all pairs of neighbouring characters of an item's
-- text and number are kept with it, by the database itself, so that no writer can forget them.
create function ledger.pairs(words text) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct pair), '{}')
    from (select letter || lead(letter) over (order by place) as pair
          from unnest(string_to_array(words, null)) with ordinality as spelled (letter, place)) neighbours
    where pair is not null
$$;
alter table ledger.item add column pairs text[] not null
    generated always as (ledger.pairs(folded || ' ' || lower(translate(coalesce(number, ''), '〔〕［］[]（）()【】《》<>-－—–_/／.．·、,，:： ', '')))) stored;
create index item_pairs on ledger.item using gin (pairs);

-- The order by number, as the list asks for it.
create index item_by_number on ledger.item ((coalesce(year, 0) * 1000000 + coalesce(sequence, 0)) desc, id desc);

-- Who sees an item because the work was handed on to the division or to the person.
create index assignment_by_inside_unit on ledger.assignment (inside_unit_id, item_id) where inside_unit_id is not null;
create index assignment_by_inside_person on ledger.assignment (inside_person_id, item_id) where inside_person_id is not null;
