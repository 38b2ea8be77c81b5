-- Two groupings of one name would be mistaken for each other.
create unique index grouping_name on reporting.grouping (name);
