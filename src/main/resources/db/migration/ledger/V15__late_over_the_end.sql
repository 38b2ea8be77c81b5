-- Parts that were late when a period ended and reported behind it: few of all, found by what they did since and what their limit was.
create index assignment_reported_since on ledger.assignment (last_activity_at, original_due) where state in ('ACCEPTED', 'SUBMITTED', 'STOPPED');
create index date_change_brought_forward on ledger.date_change (assignment_id)
    where assignment_id is not null and kind <> 'ORIGINAL' and (before is null or after < before);
