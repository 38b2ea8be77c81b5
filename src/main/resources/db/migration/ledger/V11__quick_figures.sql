-- Whose instructions the ledger holds, under which names: asked by every page of figures, answered from the index alone.
create index source_by_leader_name on ledger.source (leader_post_id, leader_name) include (registered_at)
    where leader_post_id is not null and leader_name is not null;

-- What was accepted after a period is taken off its figures.
create index assignment_by_accepted on ledger.assignment (accepted_at) where accepted_at is not null;
