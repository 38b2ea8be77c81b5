package org.luoshi.ledger.figures;

/**
 * The facts behind all figures as SQL, written once: totals, figures, the rows behind them and the check read the same text.
 *
 * <p>Columns: measure, at (the day it counts for), unit_id, item_id, assignment_id, subject_id, hit (null: not judged), amount, due, done.
 * Parameters: {@code asOf}, what happened later is not seen; {@code zone}; for open facts {@code now}; {@code before}, the end of the period: a
 * figure of October counts no day of November, what was closed in November was open, and what was called off, merged, waived or moved to another
 * unit in November still counts. The totals add up periods of any length and so know no end; {@link #later()} is what they then hold otherwise.
 */
final class FactSql {

    /**
     * Moves of a limit that the rules know: an approved extension, a clock that stood still, the change to long-term. Others do not count (1.4).
     * A part that came to its unit when its limit had passed counts for the day on which it came: nobody was late with it before.
     */
    private static final String PARTS = """
            select part.*, case when part.issued_at > part.item_issued_at then greatest(part.due, part.issued_at) else part.due end as at
            from (select a.id, a.item_id, a.unit_id, a.stopped_at, a.issued_at, i.issued_at as item_issued_at,
                         (i.is_open or {endedLater}) as standing,
                         case when moved.id is null then a.original_due else moved.after end as due,
                         case when a.state in ('ACCEPTED', 'SUBMITTED') or a.state = 'STOPPED' and a.state_before = 'SUBMITTED'
                              then coalesce(last.submitted_at, a.accepted_at)
                              when a.state in ('MOVED', 'WAIVED') and last.state <> 'REJECTED' then last.submitted_at end as done,
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
                      select f.submitted_at, t.state from ledger.feedback_target t join ledger.feedback f on f.id = t.feedback_id
                      where (a.state in ('ACCEPTED', 'SUBMITTED', 'MOVED', 'WAIVED') or a.state = 'STOPPED' and a.state_before = 'SUBMITTED')
                        and t.assignment_id = a.id and t.number is not null and f.kind = 'FINAL' and f.submitted_at <= :asOf::timestamptz
                      order by t.number desc limit 1) last on true
                  where a.issued_at is not null and %s) part""";

    private static final String KEPT = "a.state not in ('PLANNED', 'MOVED', 'WAIVED')";

    private static final String RUNNING = """
            a.state in ('TO_SIGN', 'REASSIGN_REQUESTED', 'SIGNED', 'ASSIGNED_INSIDE', 'WORKING', 'UNIT_REVIEW', 'RETURNED', 'STOPPED')
                    and least(a.original_due, a.due) <= :now::timestamptz""";

    /**
     * Where the report may have come behind the period while the limit lay in it: the part was touched since, and its limit was in it from the
     * start or was brought forward.
     */
    private static final String REPORTED_LATER = """
            a.state in ('ACCEPTED', 'SUBMITTED', 'STOPPED') and a.id in (
                    select b.id from {assignment} b
                    where b.state in ('ACCEPTED', 'SUBMITTED', 'STOPPED') and b.last_activity_at >= :before::timestamptz
                      and b.original_due < :before::timestamptz
                    union all
                    select e.assignment_id from ledger.date_change e
                    where e.assignment_id is not null and e.kind <> 'ORIGINAL' and (e.before is null or e.after < e.before))""";

    /** The unit had the part at the end of the period, and lost it only then. */
    private static final String LEFT_LATER =
            "a.state in ('MOVED', 'WAIVED') and a.last_activity_at >= :before::timestamptz and a.issued_at < :before::timestamptz";

    /** The item was called off or merged, but not before the end of the period. */
    private static final String ENDED_LATER =
            "(i.ending is not null or i.merged_into_id is not null) and i.ended_at >= :before::timestamptz";

    private static final String DAYS_LATE =
            "greatest(0, least((%s at time zone :zone)::date, {lastDay}) - (p.due at time zone :zone)::date)::numeric";

    private static final String LAST_DAY =
            "((:before::timestamptz - interval '1 microsecond') at time zone :zone)::date";

    /** What happened and can no longer change by time alone. */
    private static final String SETTLED = """
            select 'FILED' as measure, i.filed_at as at, i.lead_unit_id as unit_id, i.id as item_id, null::uuid as assignment_id,
                   i.id as subject_id,
                   case when i.ending is null and i.merged_into_id is null or {endedLater}
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
            select v.measure, p.at, p.unit_id, p.item_id, p.id, p.id, v.hit, v.amount, p.due, p.done
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
            where d.kind <> 'FINAL' and a.state <> 'MOVED' and {answeredOrMissed}
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
            select v.measure, p.at, p.unit_id, p.item_id, p.id as assignment_id, p.id as subject_id, v.hit, v.amount, p.due,
                   null::timestamptz as done
            from ({runningParts}) p
            cross join lateral (values ('PART_DUE', false, {openLate}), ('LENGTHENED', p.extended, null)) v (measure, hit, amount)
            where p.done is null and p.standing and p.due <= :now::timestamptz
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

    /** What a unit did not do before its item was called off or merged, or its part was waived or moved, where that came behind the period. */
    private static final String LEFT = """
            select 'SIGN_DUE' as measure, a.sign_due as at, a.unit_id, a.item_id, a.id as assignment_id, a.id as subject_id, false as hit,
                   null::numeric as amount, a.sign_due as due, null::timestamptz as done
            from {item} i join {assignment} a on a.item_id = i.id
            where {endedLater} and a.state = 'STOPPED' and a.signed_at is null and (a.stopped_at is null or a.stopped_at > a.sign_due)
            union all
            select 'SIGN_DUE', a.sign_due, a.unit_id, a.item_id, a.id, a.id, a.signed_at is not null and a.signed_at <= a.sign_due, null,
                   a.sign_due, a.signed_at
            from {assignment} a where {leftLater} and a.sign_due is not null and (a.state = 'MOVED' or a.signed_at is null)
            union all
            select 'ISSUED', a.issued_at, a.unit_id, a.item_id, a.id, a.id, a.part = 'LEAD', null, null, a.issued_at
            from {assignment} a where {leftLater} and a.state = 'MOVED' and a.issued_at is not null
            union all
            select v.measure, p.at, p.unit_id, p.item_id, p.id, p.id, v.hit, v.amount, p.due, p.done
            from ({leftParts}) p
            cross join lateral (values ('PART_DUE', p.done is not null and p.done <= p.due, case when p.done is null then {openLate} else {doneLate} end),
                                       ('LENGTHENED', p.extended, null)) v (measure, hit, amount)
            where p.due is not null and (p.done is not null or p.stopped_at is null or p.stopped_at > p.due)
            union all
            select 'REPORT_DUE', d.due, a.unit_id, a.item_id, a.id, d.id, d.met_at is not null and d.met_at <= d.due, null, d.due, d.met_at
            from {assignment} a join ledger.feedback_due d on d.assignment_id = a.id
            where {leftLater} and a.state = 'MOVED' and d.kind <> 'FINAL' and {answeredOrMissed}
            """;

    /**
     * What happened only behind the period: closings, endings of other kinds, and days late.
     */
    private static final String LATER = """
            select 'FILED' as measure, i.filed_at as at, i.lead_unit_id as unit_id, i.id as item_id, 0 as judged, -1 as hit,
                   null::numeric as amount
            from {item} i where i.closed_at >= :before::timestamptz and i.filed_at < :before::timestamptz
              and i.ending is null and i.merged_into_id is null
            union all
            select 'FILED', i.filed_at, i.lead_unit_id, i.id, 1, case when i.closed_at < :before::timestamptz then 1 else 0 end, null
            from {item} i where {endedLater} and i.filed_at < :before::timestamptz
            union all
            select 'PART_DUE', p.at, p.unit_id, p.item_id, 0, 0, {doneLate} - {doneLateEver}
            from ({reportedParts}) p
            where p.done >= :before::timestamptz and p.at < :before::timestamptz
            """;

    /** Missed where it was still owed behind its day; a day that came while the clock stood still was not. */
    private static final String ANSWERED_OR_MISSED = """
            (d.met_at <= :asOf::timestamptz or d.met_at is null and d.released_at > d.due and d.released_at <= :asOf::timestamptz
                                               and (a.stopped_at is null or a.stopped_at > d.due))""";

    private static final String UNANSWERED = "d.met_at is null and d.released_at is null";

    private static final String UNANSWERED_THEN =
            "(d.met_at is null or d.met_at > :asOf::timestamptz) and (d.released_at is null or d.released_at > :asOf::timestamptz)";

    private FactSql() {}

    static String settled() {
        return filled(SETTLED, false);
    }

    /** What is in no totals: it may still change, or left them. */
    static String open() {
        return filled(OPEN + "union all\n" + LEFT, false);
    }

    /** What the totals hold otherwise because of what happened behind {@code before}: judged, hits and amounts to add, most of them negative. */
    static String later() {
        return filled(LATER, false);
    }

    /** Both, as the ledger stood at {@code asOf}; goes behind {@link #then()}. */
    static String allThen() {
        return filled(SETTLED + "union all\n" + OPEN + "union all\n" + LEFT, true);
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
        return text.replace("{parts}", PARTS.formatted(KEPT))
                .replace("{runningParts}", PARTS.formatted(RUNNING))
                .replace("{reportedParts}", PARTS.formatted(REPORTED_LATER))
                .replace("{leftParts}", PARTS.formatted(LEFT_LATER))
                .replace("{leftLater}", LEFT_LATER)
                .replace("{endedLater}", ENDED_LATER)
                .replace("{answeredOrMissed}", ANSWERED_OR_MISSED)
                .replace("{doneLate}", DAYS_LATE.formatted("p.done"))
                .replace("{doneLateEver}", DAYS_LATE.formatted("p.done").replace("{lastDay}", "'infinity'::date"))
                .replace("{openLate}", DAYS_LATE.formatted("least(:now::timestamptz, p.stopped_at)"))
                .replace("{lastDay}", LAST_DAY)
                .replace("{unanswered}", then ? UNANSWERED_THEN : UNANSWERED)
                .replace("{item}", then ? "item_then" : "ledger.item")
                .replace("{assignment}", then ? "assignment_then" : "ledger.assignment");
    }
}
