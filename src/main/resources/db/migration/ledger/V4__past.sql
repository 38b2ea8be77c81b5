-- The ledger as it stood at any instant: the database keeps each version of an item and of an assignment that another one replaced, one for each
-- transaction. Which instant it was, the office's clock says (changed_at, set by the ledger itself); what came before this migration is not known
-- version by version, so the day from which the past can be told is kept too.
-- A transaction that lives through days of the office's clock, as the demonstration does, keeps a version for each of its instants.

create table ledger.past_since (
    since timestamptz not null
);
insert into ledger.past_since select now() where exists (select 1 from ledger.item);

alter table ledger.item
    add column changed_at timestamptz not null default now(),
    add column changed_in xid8 not null default pg_current_xact_id();

create table ledger.item_past as
    select c.id, c.version, c.number, c.year, c.sequence, c.title, c.source_id, c.parent_id, c.state, c.limit_class, c.cycle, c.cycle_day,
           c.officer_id, c.officer_post_id, c.office_unit_id, c.leader_post_id, c.leader_name, c.label, c.created_at, c.filed_at,
           c.issued_at, c.original_due, c.due, c.given_due, c.derivation, c.forecast, c.due_provisional, c.proposed_by, c.closed_at,
           c.struck_off_at, c.ended_at, c.ending, c.ending_reason, c.merged_into_id, c.revisit_due, c.revisit_drawn, c.last_activity_at,
           c.last_activity, c.yellow_at, c.yellow_why, c.red_at, c.red_why, c.stopped, c.override_light, c.override_reason, c.override_by,
           c.override_at, c.is_open, c.lead_unit_id, c.co_count, c.changed_at as from_at, c.changed_at as until_at
    from ledger.item c with no data;
create index item_past_by_end on ledger.item_past (until_at);
create index item_past_by_id on ledger.item_past (id, until_at);

create function ledger.keep_item() returns trigger language plpgsql as $$
begin
    if new.changed_in = pg_current_xact_id() and new.changed_at < old.changed_at + interval '1 second' then
        new.changed_at := old.changed_at;
        return new;
    end if;
    new.changed_in := pg_current_xact_id();
    new.changed_at := greatest(new.changed_at, old.changed_at);
    if new.changed_at > old.changed_at then
        insert into ledger.item_past (id, version, number, year, sequence, title, source_id, parent_id, state, limit_class, cycle, cycle_day, officer_id, officer_post_id,
        office_unit_id, leader_post_id, leader_name, label, created_at, filed_at, issued_at, original_due, due, given_due, derivation,
        forecast, due_provisional, proposed_by, closed_at, struck_off_at, ended_at, ending, ending_reason, merged_into_id, revisit_due,
        revisit_drawn, last_activity_at, last_activity, yellow_at, yellow_why, red_at, red_why, stopped, override_light, override_reason,
        override_by, override_at, is_open, lead_unit_id, co_count, from_at, until_at)
        values (old.id, old.version, old.number, old.year, old.sequence, old.title, old.source_id, old.parent_id, old.state, old.limit_class, old.cycle,
        old.cycle_day, old.officer_id, old.officer_post_id, old.office_unit_id, old.leader_post_id, old.leader_name, old.label,
        old.created_at, old.filed_at, old.issued_at, old.original_due, old.due, old.given_due, old.derivation, old.forecast,
        old.due_provisional, old.proposed_by, old.closed_at, old.struck_off_at, old.ended_at, old.ending, old.ending_reason,
        old.merged_into_id, old.revisit_due, old.revisit_drawn, old.last_activity_at, old.last_activity, old.yellow_at, old.yellow_why,
        old.red_at, old.red_why, old.stopped, old.override_light, old.override_reason, old.override_by, old.override_at, old.is_open,
        old.lead_unit_id, old.co_count, old.changed_at, new.changed_at);
    end if;
    return new;
end $$;
create trigger keep_item before update on ledger.item for each row execute function ledger.keep_item();

create function ledger.item_at(at timestamptz) returns setof ledger.item_past language sql stable as $$
    select c.id, c.version, c.number, c.year, c.sequence, c.title, c.source_id, c.parent_id, c.state, c.limit_class, c.cycle, c.cycle_day,
           c.officer_id, c.officer_post_id, c.office_unit_id, c.leader_post_id, c.leader_name, c.label, c.created_at, c.filed_at,
           c.issued_at, c.original_due, c.due, c.given_due, c.derivation, c.forecast, c.due_provisional, c.proposed_by, c.closed_at,
           c.struck_off_at, c.ended_at, c.ending, c.ending_reason, c.merged_into_id, c.revisit_due, c.revisit_drawn, c.last_activity_at,
           c.last_activity, c.yellow_at, c.yellow_why, c.red_at, c.red_why, c.stopped, c.override_light, c.override_reason, c.override_by,
           c.override_at, c.is_open, c.lead_unit_id, c.co_count, c.changed_at, null::timestamptz
    from ledger.item c where c.changed_at <= at
    union all
    select p.* from ledger.item_past p where p.from_at <= at and p.until_at > at
$$;

alter table ledger.assignment
    add column changed_at timestamptz not null default now(),
    add column changed_in xid8 not null default pg_current_xact_id();

create table ledger.assignment_past as
    select c.id, c.version, c.item_id, c.unit_id, c.part, c.position, c.duty, c.given_due, c.state, c.state_before, c.issued_at, c.sign_due,
           c.signed_at, c.sign_answer, c.sign_note, c.dispute_until, c.original_due, c.due, c.forecast, c.help_needed, c.inside_unit_id,
           c.inside_person_id, c.stopped_at, c.last_activity_at, c.first_answer_at, c.accepted_at, c.waived_reason, c.feedback_count,
           c.returned_count, c.yellow_at, c.yellow_why, c.red_at, c.red_why, c.changed_at as from_at, c.changed_at as until_at
    from ledger.assignment c with no data;
create index assignment_past_by_end on ledger.assignment_past (until_at);
create index assignment_past_by_item on ledger.assignment_past (item_id, until_at);

create function ledger.keep_assignment() returns trigger language plpgsql as $$
begin
    if new.changed_in = pg_current_xact_id() and new.changed_at < old.changed_at + interval '1 second' then
        new.changed_at := old.changed_at;
        return new;
    end if;
    new.changed_in := pg_current_xact_id();
    new.changed_at := greatest(new.changed_at, old.changed_at);
    if new.changed_at > old.changed_at then
        insert into ledger.assignment_past (id, version, item_id, unit_id, part, position, duty, given_due, state, state_before, issued_at, sign_due, signed_at, sign_answer, sign_note,
        dispute_until, original_due, due, forecast, help_needed, inside_unit_id, inside_person_id, stopped_at, last_activity_at,
        first_answer_at, accepted_at, waived_reason, feedback_count, returned_count, yellow_at, yellow_why, red_at, red_why, from_at, until_at)
        values (old.id, old.version, old.item_id, old.unit_id, old.part, old.position, old.duty, old.given_due, old.state, old.state_before, old.issued_at,
        old.sign_due, old.signed_at, old.sign_answer, old.sign_note, old.dispute_until, old.original_due, old.due, old.forecast,
        old.help_needed, old.inside_unit_id, old.inside_person_id, old.stopped_at, old.last_activity_at, old.first_answer_at,
        old.accepted_at, old.waived_reason, old.feedback_count, old.returned_count, old.yellow_at, old.yellow_why, old.red_at, old.red_why, old.changed_at, new.changed_at);
    end if;
    return new;
end $$;
create trigger keep_assignment before update on ledger.assignment for each row execute function ledger.keep_assignment();

create function ledger.assignment_at(at timestamptz) returns setof ledger.assignment_past language sql stable as $$
    select c.id, c.version, c.item_id, c.unit_id, c.part, c.position, c.duty, c.given_due, c.state, c.state_before, c.issued_at, c.sign_due,
           c.signed_at, c.sign_answer, c.sign_note, c.dispute_until, c.original_due, c.due, c.forecast, c.help_needed, c.inside_unit_id,
           c.inside_person_id, c.stopped_at, c.last_activity_at, c.first_answer_at, c.accepted_at, c.waived_reason, c.feedback_count,
           c.returned_count, c.yellow_at, c.yellow_why, c.red_at, c.red_why, c.changed_at, null::timestamptz
    from ledger.assignment c where c.changed_at <= at
    union all
    select p.* from ledger.assignment_past p where p.from_at <= at and p.until_at > at
$$;
