package org.luoshi.ledger.figures;

/**
 * The facts behind all figures as SQL, written once: totals, figures, the rows behind them and the check read the same text.
 *
 * <p>Columns: measure, at (the day it counts for), unit_id, item_id, assignment_id, subject_id, hit (null: not judged), amount, due, done.
 * Parameters: {@code asOf}, what happened later is not seen; {@code zone}; for open facts {@code now}; {@code before}, the end of the period: a
 * figure of October counts no day of November, and what was closed in November was open. The totals add up periods of any length and so know no
 * end; {@link #later()} is what they then hold too much.
 */
final class FactSql {

    /** Moves of a limit that the rules know: an approved extension, a clock that stood still, the change to long-term. Others do not count (1.4). */
    private static final String PARTS = """
            select a.id, a.item_id, a.unit_id, a.stopped_at, i.is_open,
                   case when moved.id is null then a.original_due else moved.after end as due,
                   case when a.state in ('ACCEPTED', 'SUBMITTED') or a.state = 'STOPPED' and a.state_before = 'SUBMITTED'
                        then coalesce(last.submitted_at, a.accepted_at) end as done,
                   exists (select 1 from ledger.date_change e where e.assignment_id = a.id and e.kind = 'EXTENDED'
                           and e.changed_at <= :asOf::timestamptz) as extended
            from {assignment} a
            join {item} i on i.id = a.item_id
            left join lateral (
                select d.id, d.after from ledger.date_change d
                where d.assignment_id = a.id and d.kind in ('EXTENDED', 'RESUMED', 'COORDINATED', 'LONG_TERM')
                  and d.changed_at <= :asOf::timestamptz
                order by d.changed_at desc, d.id desc limit 1) moved on true
            left join lateral (
                select f.submitted_at from ledger.feedback_target t join ledger.feedback f on f.id = t.feedback_id
                where (a.state in ('ACCEPTED', 'SUBMITTED') or a.state = 'STOPPED' and a.state_before = 'SUBMITTED')
                  and t.assignment_id = a.id and t.number is not null and f.kind = 'FINAL' and f.submitted_at <= :asOf::timestamptz
                order by t.number desc limit 1) last on true
            where a.issued_at is not null and a.state not in ('PLANNED', 'MOVED', 'WAIVED')
            """;

    private static final String DAYS_LATE =
            "greatest(0, least((%s at time zone :zone)::date, {lastDay}) - (p.due at time zone :zone)::date)::numeric";

    private static final String LAST_DAY =
            "((:before::timestamptz - interval '1 microsecond') at time zone :zone)::date";

    /** What happened and can no longer change by time alone. */
    private static final String SETTLED = """
            select 'FILED' as measure, i.filed_at as at, i.lead_unit_id as unit_id, i.id as item_id, null::uuid as assignment_id,
                   i.id as subject_id,
                   case when i.ending is null and i.merged_into_id is null
                        then i.closed_at is not null and i.closed_at < :before::timestamptz end as hit,
                   null::numeric as amount, null::timestamptz as due, i.closed_at as done
            from {item} i where i.filed_at is not null
            union all
            select 'CLOSED', i.closed_at, i.lead_unit_id, i.id, null, i.id, null,
                   round((extract(epoch from i.closed_at - coalesce(i.issued_at, i.filed_at)) - stood.seconds) / 86400, 1), null, i.closed_at
            from {item} i
            cross join lateral (
                select coalesce(sum(extract(epoch from least(s.resumed_at, i.closed_at) - s.stopped_at)), 0) as seconds
                from ledger.standstill s join ledger.assignment l on l.id = s.assignment_id and l.part = 'LEAD'
                where s.item_id = i.id and s.resumed_at is not null and s.stopped_at < i.closed_at) stood
            where i.closed_at is not null
            union all
            select 'ISSUED', a.issued_at, a.unit_id, a.item_id, a.id, a.id, a.part = 'LEAD', null, null, a.issued_at
            from {assignment} a where a.issued_at is not null and a.state <> 'MOVED'
            union all
            select v.measure, p.due, p.unit_id, p.item_id, p.id, p.id, v.hit, v.amount, p.due, p.done
            from ({parts}) p
            cross join lateral (values ('PART_DUE', p.done <= p.due, {doneLate}), ('LENGTHENED', p.extended, null)) v (measure, hit, amount)
            where p.done is not null and p.due is not null
            union all
            select 'SIGN_DUE', a.sign_due, a.unit_id, a.item_id, a.id, a.id, a.signed_at <= a.sign_due, null, a.sign_due, a.signed_at
            from {assignment} a where a.sign_due is not null and a.signed_at is not null and a.state <> 'MOVED'
            union all
            select 'REPORT_DUE', d.due, a.unit_id, a.item_id, a.id, d.id,
                   d.met_at is not null and d.met_at <= :asOf::timestamptz and d.met_at <= d.due, null, d.due,
                   case when d.met_at <= :asOf::timestamptz then d.met_at end
            from ledger.feedback_due d join {assignment} a on a.id = d.assignment_id
            where d.kind <> 'FINAL' and a.state <> 'MOVED' and (d.met_at <= :asOf::timestamptz or d.met_at is null and d.released_at > d.due
                                                                           and d.released_at <= :asOf::timestamptz)
            union all
            select 'REVIEWED', t.decided_at, a.unit_id, t.item_id, a.id, t.feedback_id, t.state = 'REJECTED', null, null, t.decided_at
            from ledger.feedback_target t join {assignment} a on a.id = t.assignment_id where t.decided_at <= :asOf::timestamptz
            union all
            select 'EXTENDED', r.decided_at, coalesce(a.unit_id, r.asking_unit_id), r.item_id, r.assignment_id, r.id, null, null, null,
                   r.decided_at
            from ledger.change_request r left join {assignment} a on a.id = r.assignment_id
            where r.kind = 'EXTENSION' and r.state = 'GRANTED' and r.decided_at <= :asOf::timestamptz
            union all
            select 'VISITED', v.happened_at, i.lead_unit_id, i.id, null, v.id, v.result = 'RELAPSED', null, null, v.happened_at
            from ledger.revisit v join {item} i on i.id = v.item_id where v.happened_at <= :asOf::timestamptz
            union all
            select 'LEADER_SAID', w.said_at, i.lead_unit_id, i.id, null, w.id, coalesce(btrim(w.words), '') <> '', w.agreed::int::numeric, null,
                   w.said_at
            from ledger.leader_word w join {item} i on i.id = w.item_id where w.said_at <= :asOf::timestamptz
            """;

    /** What is late and still open, so not called off: it counts from the instant its limit passes, while its clock does not stand still. */
    private static final String OPEN = """
            select v.measure, p.due as at, p.unit_id, p.item_id, p.id as assignment_id, p.id as subject_id, v.hit, v.amount, p.due,
                   null::timestamptz as done
            from ({parts} and least(a.original_due, a.due) <= :now::timestamptz
                  and a.state in ('TO_SIGN', 'REASSIGN_REQUESTED', 'SIGNED', 'ASSIGNED_INSIDE', 'WORKING', 'UNIT_REVIEW', 'RETURNED',
                                  'STOPPED')) p
            cross join lateral (values ('PART_DUE', false, {openLate}), ('LENGTHENED', p.extended, null)) v (measure, hit, amount)
            where p.done is null and p.is_open and p.due <= :now::timestamptz
              and (p.stopped_at is null or p.stopped_at > p.due)
            union all
            select 'SIGN_DUE', a.sign_due, a.unit_id, a.item_id, a.id, a.id, false, null, a.sign_due, null
            from {assignment} a join {item} i on i.id = a.item_id
            where a.state = 'TO_SIGN' and i.is_open and a.sign_due <= :now::timestamptz
            union all
            select 'REPORT_DUE', d.due, a.unit_id, a.item_id, a.id, d.id, false, null, d.due, null
            from ledger.feedback_due d join {assignment} a on a.id = d.assignment_id join {item} i on i.id = a.item_id
            where d.kind <> 'FINAL' and {unanswered} and i.is_open and d.due <= :now::timestamptz
              and (a.stopped_at is null or a.stopped_at > d.due)
            """;

    /**
     * What happened only behind the period: closings, and days late. A report that is decided on came before that, so the decisions since then
     * lead to the parts.
     */
    private static final String LATER = """
            select 'FILED' as measure, i.filed_at as at, i.lead_unit_id as unit_id, i.id as item_id, true as hit, null::numeric as amount
            from {item} i where i.closed_at >= :before::timestamptz and i.filed_at < :before::timestamptz
              and i.ending is null and i.merged_into_id is null
            union all
            select 'PART_DUE', p.due, p.unit_id, p.item_id, false, {doneLate} - {doneLateEver}
            from ({parts} and a.id in (
                select t.assignment_id from ledger.feedback_target t where t.decided_at >= :before::timestamptz
                union all
                select t.assignment_id from ledger.feedback_target t where t.state = 'SUBMITTED'
                union all
                select b.id from {assignment} b where b.accepted_at >= :before::timestamptz)) p
            where p.done >= :before::timestamptz and p.due < :before::timestamptz
            """;

    private static final String UNANSWERED = "d.met_at is null and d.released_at is null";

    private static final String UNANSWERED_THEN =
            "(d.met_at is null or d.met_at > :asOf::timestamptz) and (d.released_at is null or d.released_at > :asOf::timestamptz)";

    private FactSql() {}

    static String settled() {
        return filled(SETTLED, false);
    }

    static String open() {
        return filled(OPEN, false);
    }

    /** What the totals hold of what happened behind {@code before}: hits to take off, and amounts to add, which are negative. */
    static String later() {
        return filled(LATER, false);
    }

    /** Both, as the ledger stood at {@code asOf}; goes behind {@link #then()}. */
    static String allThen() {
        return filled(SETTLED, true) + "union all\n" + filled(OPEN, true);
    }

    /** Both, as the ledger stands. */
    static String all() {
        return settled() + "union all\n" + open();
    }

    /** The ledger as it stood, for {@link #allThen()}. */
    static String then() {
        return """
                item_then as materialized (select * from ledger.item_at(:asOf::timestamptz)),
                assignment_then as materialized (select * from ledger.assignment_at(:asOf::timestamptz))
                """;
    }

    private static String filled(String text, boolean then) {
        return text.replace("{parts}", PARTS)
                .replace("{doneLate}", DAYS_LATE.formatted("p.done"))
                .replace("{doneLateEver}", DAYS_LATE.formatted("p.done").replace("{lastDay}", "'infinity'::date"))
                .replace("{openLate}", DAYS_LATE.formatted("least(:now::timestamptz, p.stopped_at)"))
                .replace("{lastDay}", LAST_DAY)
                .replace("{unanswered}", then ? UNANSWERED_THEN : UNANSWERED)
                .replace("{item}", then ? "item_then" : "ledger.item")
                .replace("{assignment}", then ? "assignment_then" : "ledger.assignment");
    }
}
