-- What was called off, merged, waived or moved behind a period still counts in it: found by the instant, few of all.
create index item_by_early_end on ledger.item (ended_at) where ending is not null or merged_into_id is not null;
create index assignment_by_leaving on ledger.assignment (last_activity_at) where state in ('MOVED', 'WAIVED');

-- A day that came while the clock stood still is not missed, also where the item is called off afterwards: these totals are made anew.
insert into ledger.figure_stale (item_id)
select distinct a.item_id from ledger.feedback_due d join ledger.assignment a on a.id = d.assignment_id
where d.released_at > d.due and d.met_at is null and a.stopped_at <= d.due;
