-- A unit that has ended is still found: its report of an earlier day may need a correction, and whoever writes to it is told what became of it.
create index place_unit_ended on reporting.place (unit_id, valid_to) where valid_to is not null;
create index place_code_ended on reporting.place (code, valid_to) where code is not null and valid_to is not null;
