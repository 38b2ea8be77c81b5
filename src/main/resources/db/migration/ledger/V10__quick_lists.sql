-- What the list counts and filters by, of the fifth of the items that is open or newly closed: the figures over the list are read from this index
-- alone, without a look at the rows.
create index item_open_figures on ledger.item (officer_id)
    include (is_open, state, red_at, yellow_at, due, last_activity_at, source_id, label, leader_post_id, id)
    where is_open or state = 'CLOSED';
create index source_by_kind on ledger.source (kind, id);
create index item_by_label on ledger.item (label, id desc) where label is not null;

-- The whole ledger in the order of limits; the index of the open ones serves its own list.
create index item_by_due on ledger.item ((coalesce(due, 'infinity'::timestamptz)), id);

-- What a unit has, again without a look at the rows.
create index assignment_of_unit on ledger.assignment (unit_id, item_id) include (state, part);
drop index ledger.assignment_by_unit;

-- All units of an item, those that handed the work on too, which the unique index leaves out.
create index assignment_by_item on ledger.assignment (item_id, part desc, position);

-- How common a pair of characters is decides how a search is done: more of them are remembered than the standard hundred.
alter table ledger.item alter column pairs set statistics 1000;
