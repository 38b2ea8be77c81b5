-- What waits for whoever sits somewhere is asked at each page. What a person there owes alone has its own index and is many times as much, so this one
-- leaves it out.
create index obligation_open_for_seat on obligations.obligation (unit_id, role, due, id)
    where met_at is null and ending is null and person_id is null;
