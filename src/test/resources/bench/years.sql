-- Five years of an invented office: {items} items with five units each, about twenty reports an item, in the states, dates and thresholds that the
-- ledger's own steps would have left behind. Units, posts, people and accounts are there already. Made set by set and in the order of time, as
-- the years would have written it: what belongs to one item lies scattered over its table.

create schema bench;
create unlogged table bench.unit as
    select (row_number() over (order by place, id) - 1)::int as n, id, short_name from organization.unit where kind = 'UNIT';
create unlogged table bench.officer as
    select (row_number() over (order by h.person_id) - 1)::int as n, h.person_id, p.id as post_id, p.unit_id, e.name
    from access.post_role r join organization.post p on p.id = r.post_id join organization.holding h on h.post_id = p.id
    join organization.person e on e.id = h.person_id where r.role = 'OFFICER';
create unlogged table bench.leader as
    select (row_number() over (order by p.id) - 1)::int as n, p.id as post_id, e.name
    from access.post_role r join organization.post p on p.id = r.post_id join organization.holding h on h.post_id = p.id
    join organization.person e on e.id = h.person_id where r.role = 'INSTRUCTING_LEADER';
create unlogged table bench.front as
    select distinct on (p.unit_id) p.unit_id, h.person_id, e.name
    from access.post_role r join organization.post p on p.id = r.post_id join organization.holding h on h.post_id = p.id
    join organization.person e on e.id = h.person_id where r.role = 'UNIT_LIAISON' order by p.unit_id;

-- A fifth of the items is open: most of the last year's, and of each earlier year a few that stand for long.
create unlogged table bench.item as
with places as (
    select n, n * 7919 % 100 as h, 40 + n * 31 % 120 as days,
        now() - interval '1 day' - ({items} - n) * (interval '1826 days' / {items}) as created_at
    from generate_series(1, {items}) n),
facts as (
    select n, h, days, created_at,
        case when n > {items} * 0.99 then (array ['DRAFT', 'PENDING_APPROVAL', 'FILED', 'ISSUED', 'ISSUED', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS']) [1 + h % 8]
             when n > {items} * 0.82 then case when h < 70 then 'IN_PROGRESS' when h < 75 then 'PENDING_CLOSE' when h < 78 then 'SUSPENDED'
                 when h < 82 then 'LONG_TERM' when h < 85 then 'ISSUED' when h < 88 then 'CLOSED' when h < 93 then 'STRUCK_OFF'
                 when h < 98 then 'ARCHIVED' else 'CANCELLED' end
             when h < 3 then 'LONG_TERM' when h < 6 then 'IN_PROGRESS' when h < 7 then 'CLOSED' when h < 16 then 'STRUCK_OFF'
             when h < 21 then 'CANCELLED' else 'ARCHIVED' end as state,
        (array ['推进', '落实', '完善', '加快', '开展', '研究', '督促', '核查', '整改', '统筹']) [1 + n % 10]
        || (array ['老旧小区改造', '农村公路养护', '财政资金绩效管理', '信访积案化解', '安全生产专项检查', '政务服务提速', '水源地保护',
            '校园食品安全', '数据共享平台建设', '防汛物资储备', '重点项目用地保障', '基层减负措施', '干部培训计划', '档案数字化',
            '节能降耗指标']) [1 + n * 7 % 15]
        || (array ['工作', '有关事项', '情况报告', '实施方案', '长效机制', '问题清单销号']) [1 + n / 3 % 6]
        || case when n % 997 = 0 then '（含滕王阁片区）' else '' end || '第' || n || '批' as title
    from places)
select f.*, uuidv7(f.created_at - now()) as id,
    f.state in ('DRAFT', 'PENDING_APPROVAL', 'FILED', 'ISSUED', 'IN_PROGRESS', 'LONG_TERM', 'PENDING_CLOSE', 'SUSPENDED') as is_open,
    f.state not in ('DRAFT', 'PENDING_APPROVAL') as numbered,
    f.state not in ('DRAFT', 'PENDING_APPROVAL', 'FILED') as issued,
    case when f.state in ('ISSUED', 'IN_PROGRESS', 'PENDING_CLOSE', 'SUSPENDED')
            then date_trunc('day', now()) + (n * 37 % 240 - 20) * interval '1 day' + interval '10 hours'
         when f.state in ('DRAFT', 'PENDING_APPROVAL', 'FILED', 'LONG_TERM') then null
         else f.created_at + f.days * interval '1 day' end as due,
    case when f.state in ('CLOSED', 'STRUCK_OFF', 'ARCHIVED', 'CANCELLED')
            then least(now() - interval '1 hour', f.created_at + (f.days + case when h % 7 = 0 then 9 else -3 end) * interval '1 day')
         else greatest(f.created_at + interval '4 hours', now() - (n * 13 % 40) * interval '14 hours') end as last_at,
    f.created_at + interval '4 hours' as issued_at, extract(year from f.created_at)::int as year,
    n * 7 % (select count(*) from bench.unit) as lead, n / 5 % (select count(*) from bench.officer) as officer,
    n / 5 % (select count(*) from bench.leader) as leader
from facts f;
alter table bench.item add column sequence int;
update bench.item b set sequence = s.sequence
from (select n, row_number() over (partition by year order by n) as sequence from bench.item where numbered) s where s.n = b.n;
analyze bench.item;

insert into ledger.number_series (year, last) select year, max(sequence) from bench.item where numbered group by year;

-- A source for five items each, with one clause for each item.
insert into ledger.source (id, version, kind, title, number, issued_on, leader_post_id, leader_name, body, triage, officer_id, unit_id,
    registered_at, answered_at, folded)
select uuidv7(min(b.created_at) - now()), 1, (array ['INSTRUCTION', 'MEETING', 'PAPER', 'WORK_REPORT', 'PROPOSAL']) [1 + b.n / 5 % 5],
    '第' || b.n / 5 || '次专题会议议定事项', '云办〔' || min(b.year) || '〕' || b.n / 5 || '号', min(b.created_at)::date, l.post_id, l.name,
    string_agg(rpad(b.title, 40, '。'), '' order by b.n), 'SUPERVISED', o.person_id, o.unit_id, min(b.created_at), min(b.created_at),
    '第' || b.n / 5 || '次专题会议议定事项' || string_agg(b.title, '' order by b.n)
from bench.item b join bench.officer o on o.n = b.officer join bench.leader l on l.n = b.leader
group by b.n / 5, o.person_id, o.unit_id, l.post_id, l.name order by b.n / 5;
create unlogged table bench.source as
    select (substring(title from '第(\d+)次'))::int as n, id from ledger.source;

insert into ledger.item (id, version, number, year, sequence, title, source_id, state, limit_class, cycle, cycle_day, officer_id, officer_post_id,
    office_unit_id, leader_post_id, leader_name, label, created_at, filed_at, issued_at, original_due, due, closed_at, struck_off_at, ended_at,
    last_activity_at, last_activity, is_open, stopped, lead_unit_id, co_count, folded, revisit_due, revisit_drawn,
    changed_at)
select b.id, 6, case when b.numbered then '督〔' || b.year || '〕' || b.sequence || '号' end, case when b.numbered then b.year end, b.sequence,
    b.title, s.id, b.state, 'GENERAL', case when b.state = 'LONG_TERM' then 'MONTHLY' else (array ['ONCE', 'MONTHLY', 'WEEKLY']) [1 + b.n % 3] end,
    case when b.state = 'LONG_TERM' or b.n % 3 = 1 then 25 when b.n % 3 = 2 then 5 end, o.person_id, o.post_id, o.unit_id, l.post_id, l.name,
    (array ['民生实事', '年度重点', '专项督查']) [1 + b.n % 20], b.created_at,
    case when b.numbered then b.issued_at end, case when b.issued then b.issued_at end,
    case when b.n % 3 = 0 then b.due - interval '10 days' else b.due end, b.due,
    case when b.state in ('CLOSED', 'STRUCK_OFF', 'ARCHIVED') then b.last_at end, case when b.state in ('STRUCK_OFF', 'ARCHIVED') then b.last_at end,
    case when b.state in ('ARCHIVED', 'CANCELLED') then b.last_at end, b.last_at,
    case when b.state = 'DRAFT' then 'DRAFTED' when b.state = 'ISSUED' then 'ISSUE' when b.is_open then 'SIGN_OFF' else 'CONFIRM_CLOSE' end,
    b.is_open, b.state = 'SUSPENDED', u.id, 4, lower(b.title) || '明确责任分工按月报送进度形成长效办法',
    case when b.state = 'STRUCK_OFF' then b.last_at + interval '60 days' end, case when b.state = 'STRUCK_OFF' then b.n % 2 = 0 end,
    b.last_at
from bench.item b join bench.source s on s.n = b.n / 5 join bench.officer o on o.n = b.officer join bench.unit u on u.n = b.lead
    join bench.leader l on l.n = b.leader
order by b.n;

insert into ledger.clause (id, source_id, start_at, end_at, text, cover, item_id)
select uuidv7(), s.id, place * 40, place * 40 + 40, rpad(b.title, 40, '。'), 'ITEM', b.id
from (select *, row_number() over (partition by n / 5 order by n)::int - 1 as place from bench.item) b join bench.source s on s.n = b.n / 5;

create unlogged table bench.requirement as select n, p, b.id as item_id, uuidv7(b.created_at - now()) as id
    from bench.item b cross join generate_series(1, 3) p;
insert into ledger.requirement (id, item_id, position, text)
select id, item_id, p, (array ['明确责任分工', '按月报送进度', '形成长效办法']) [p] from bench.requirement order by n, p;

insert into ledger.watcher (item_id, person_id) select b.id, o.person_id from bench.item b join bench.officer o on o.n = b.n % 4 where b.n % 5 = 0;

-- One lead and four others each.
create unlogged table bench.assignment as
select a.*, a.state in ('TO_SIGN', 'SIGNED', 'WORKING', 'SUBMITTED') as running,
    case when a.state in ('PLANNED', 'TO_SIGN', 'WAIVED') then 0 when k = 0 then 5 + n % 2 else 4 end as reports
from (
    select b.n, k, b.id as item_id, uuidv7(b.created_at - now()) as id, u.id as unit_id, b.issued, b.due as item_due, b.created_at, b.issued_at,
        b.is_open, case when b.is_open then now() - interval '2 hours' else b.last_at end as until,
        case b.state when 'ISSUED' then 'TO_SIGN' when 'LONG_TERM' then 'WORKING' when 'SUSPENDED' then 'STOPPED' when 'CANCELLED' then 'WAIVED'
            when 'IN_PROGRESS' then (array ['SIGNED', 'WORKING', 'WORKING', 'SUBMITTED', 'ACCEPTED']) [1 + (b.n / 20 + k) % 5]
            else case when b.issued then 'ACCEPTED' else 'PLANNED' end end as state
    from bench.item b cross join generate_series(0, 4) k
    join bench.unit u on u.n = (b.lead + k * 11) % (select count(*) from bench.unit)) a
order by n, k;
analyze bench.assignment;

insert into ledger.assignment (id, version, item_id, unit_id, part, position, duty, state, issued_at, sign_due, signed_at, sign_answer, dispute_until,
    original_due, due, last_activity_at, first_answer_at, accepted_at, waived_reason, feedback_count, returned_count, yellow_at, yellow_why, red_at, red_why, changed_at)
select id, 4, item_id, unit_id, case k when 0 then 'LEAD' else 'CO' end, k, '按职责分工办理', state,
    case when issued then issued_at end, case when issued then issued_at + interval '1 day' end,
    case when reports > 0 then issued_at + case when n % 9 = 0 then interval '30 hours' else interval '5 hours' end end,
    case when reports > 0 then 'NO_OBJECTION' end, case when issued then issued_at + interval '4 days' end, item_due, item_due,
    case when reports > 0 then until end, case when reports > 0 then issued_at + (until - issued_at) / (reports + 1) end,
    case when state = 'ACCEPTED' then until end, case when state = 'WAIVED' then '事项已撤销' end, reports, case when n % 11 = 0 then 1 else 0 end,
    case when running and state <> 'SUBMITTED' then item_due - interval '5 days' end,
    case when running and state <> 'SUBMITTED' and item_due is not null then 'due-soon' end,
    case when state = 'TO_SIGN' then least(item_due, issued_at + interval '1 day') when running and state <> 'SUBMITTED' then item_due end,
    case when state = 'TO_SIGN' then 'sign-late' when running and state <> 'SUBMITTED' and item_due is not null then 'late' end,
    case when reports > 0 then until when issued then issued_at else created_at end
from bench.assignment order by n, k;

-- An item's light turns with that of its worst unit.
update ledger.item i set red_at = r.red_at, red_why = r.red_why, yellow_at = r.yellow_at, yellow_why = r.yellow_why
from (select item_id, min(red_at) as red_at, (array_agg(red_why || '|' || unit_id order by red_at))[1] as red_why,
        min(yellow_at) as yellow_at, (array_agg(yellow_why || '|' || unit_id order by yellow_at))[1] as yellow_why
      from ledger.assignment where red_at is not null or yellow_at is not null group by item_id) r
where r.item_id = i.id and i.state in ('ISSUED', 'IN_PROGRESS', 'LONG_TERM');
update ledger.item set yellow_at = last_activity_at + interval '15 days', yellow_why = 'silent'
where state in ('DRAFT', 'PENDING_APPROVAL', 'FILED') or state in ('ISSUED', 'IN_PROGRESS', 'LONG_TERM') and yellow_at is null;

-- What each was before: an item while it was filed and while it was worked on, a unit's part before it was signed.
create unlogged table bench.past (like ledger.item_past);
insert into bench.past select p.* from ledger.item_at('infinity') p where p.issued_at < p.from_at;
update bench.past set until_at = from_at, from_at = issued_at, state = 'IN_PROGRESS', is_open = true, closed_at = null, struck_off_at = null,
    ended_at = null, stopped = false;
insert into ledger.item_past select * from bench.past order by until_at;
update bench.past set until_at = issued_at, from_at = created_at, state = 'FILED', issued_at = null, due = null, original_due = null;
insert into ledger.item_past select * from bench.past order by until_at;
create unlogged table bench.assignment_past (like ledger.assignment_past);
insert into bench.assignment_past select p.* from ledger.assignment_at('infinity') p where p.issued_at < p.from_at;
update bench.assignment_past set until_at = from_at, from_at = issued_at, state = 'TO_SIGN', signed_at = null, sign_answer = null,
    accepted_at = null, feedback_count = 0;
insert into ledger.assignment_past select * from bench.assignment_past order by until_at;

-- Reports, the last of a unit that has handed in still to be looked at.
create unlogged table bench.feedback as
select f.*, uuidv7(f.at - now()) as feedback_id, uuidv7(f.at - now()) as due_id
from (
    select a.n, a.k, a.id, a.item_id, a.unit_id, j, issued_at + (until - issued_at) * j / (reports + 1) as at,
        a.state = 'SUBMITTED' and j = a.reports as waiting, j = a.reports and a.state in ('SUBMITTED', 'ACCEPTED') as final
    from bench.assignment a cross join generate_series(1, 6) j where j <= a.reports) f
order by f.at;
analyze bench.feedback;

insert into ledger.feedback (id, version, unit_id, kind, state, body, drafted_by, drafted_at, signed_off_by, submitted_at, folded)
select feedback_id, 3, unit_id, case when final then 'FINAL' else 'PERIODIC' end, 'SUBMITTED', body, '经办人', at, '负责人', at, body
from bench.feedback cross join lateral (select '一、进展：已召开专题会议，明确责任人，完成第' || j || '阶段任务，现场核查' || n % 30
    || '处。二、问题：资金拨付手续仍在办理。三、下一步：按周调度，月底前完成剩余工作。' as body) words;
insert into ledger.feedback_target (feedback_id, assignment_id, item_id, number, state, decided_by, decided_at)
select feedback_id, id, item_id, j, case when waiting then 'SUBMITTED' else 'ACCEPTED' end,
    case when not waiting then '督查员' end, case when not waiting then at + interval '1 day' end
from bench.feedback;
insert into ledger.evidence (id, feedback_id, requirement_id, words)
select uuidv7(f.at - now()), f.feedback_id, r.id, '见会议纪要与现场核查记录' from bench.feedback f
join bench.requirement r on r.n = f.n and r.p = 1 + f.j % 3;

insert into ledger.feedback_due (id, assignment_id, kind, period, due, met_at, met_by)
select due_id, id, case when final then 'FINAL' else 'PERIODIC' end, case when final then '1' else 'p' || j end,
    at + case when (n + j) % 8 = 0 then interval '-1 day' else interval '1 day' end, at, feedback_id from bench.feedback;
insert into ledger.feedback_due (id, assignment_id, kind, period, due)
select uuidv7(), id, 'FINAL', '1', item_due from bench.assignment where running and state <> 'SUBMITTED' and item_due is not null;
insert into ledger.feedback_due (id, assignment_id, kind, period, due)
select uuidv7(), id, 'PERIODIC', 'next', date_trunc('day', now()) + (n % 30) * interval '1 day' + interval '10 hours'
from bench.assignment where running and state <> 'SUBMITTED';

insert into ledger.change_request (id, version, item_id, assignment_id, kind, state, reason, progress, proposed_date, asked_by, asked_by_id,
    asking_unit_id, asked_at, unit_signed_by, opinion, opinion_by, decided_by, decided_at, decision_note, granted_date)
select uuidv7(a.issued_at - now()), 4, a.item_id, a.id, 'EXTENSION', 'GRANTED', '因汛期影响，现场施工暂停十日，申请顺延。', '已完成过半',
    a.item_due::date, '联络员', f.person_id, a.unit_id, a.issued_at + interval '2 days', '负责人', '情况属实，拟同意', '督查员', '处长',
    a.issued_at + interval '3 days', '同意', a.item_due::date
from bench.assignment a join bench.front f on f.unit_id = a.unit_id where a.n % 3 = 0 and a.k = 0 and a.issued and a.item_due is not null
order by a.n;

insert into ledger.date_change (id, item_id, kind, before, after, decided_by, changed_at)
select uuidv7(at - now()), id, kind, before, after, by, at from (
    select id, 'ORIGINAL' as kind, null::timestamptz as before, due as after, '督查员' as by, issued_at as at from bench.item where issued and due is not null
    union all
    select id, 'EXTENDED', due - interval '10 days', due, '处长', issued_at + interval '3 days' from bench.item where issued and due is not null and n % 3 = 0) c
order by at;

insert into ledger.supervision_notice (id, version, item_id, assignment_id, level, state, text, issued_by, issued_at)
select uuidv7(), 1, item_id, id, 'BLUE', 'ISSUED', '请于三日内书面说明未按期反馈的原因。', '督查员', now() - interval '3 days'
from bench.assignment where n % 10 = 4 and k = 0 and running;

-- What units and officers owe.
insert into obligations.obligation (id, source_kind, source_id, unit_id, role, kind_key, title, href, original_due, due, owed_at, met_at)
select d.id, 'ledger.assignment', a.id, a.unit_id, 'UNIT_LIAISON', case d.kind when 'FINAL' then 'final' else 'feedback' end,
    i.number || ' ' || i.title, '/ledger/items/' || i.id, d.due, d.due, i.issued_at, d.met_at
from ledger.feedback_due d join bench.assignment a on a.id = d.assignment_id join ledger.item i on i.id = a.item_id;
-- Its id is the one that the ledger works out from the names of report and assignment.
insert into obligations.obligation (id, source_kind, source_id, unit_id, role, person_id, kind_key, title, href, original_due, due, owed_at)
select (substr(r.name, 1, 12) || '3' || substr(r.name, 14, 3) || substr('89ab', 1 + (('x' || substr(r.name, 17, 1))::bit(4)::int & 3), 1)
        || substr(r.name, 18))::uuid, 'ledger.item', i.id, i.office_unit_id, 'OFFICER', i.officer_id, 'review', i.number || ' ' || i.title,
    '/ledger/items/' || i.id || '#feedback', now() + interval '2 days', now() + interval '2 days', f.at
from bench.feedback f cross join lateral md5('review:' || f.feedback_id || ':' || f.id) as r (name) join ledger.item i on i.id = f.item_id
where f.waiting;
insert into obligations.obligation (id, source_kind, source_id, unit_id, role, person_id, kind_key, title, href, original_due, due, owed_at)
select uuidv7(), 'ledger.item', i.id, i.office_unit_id, case when i.state in ('PENDING_APPROVAL', 'PENDING_CLOSE') then 'OFFICE_DIRECTOR' else 'OFFICER' end,
    case when i.state in ('PENDING_APPROVAL', 'PENDING_CLOSE') then null else i.officer_id end,
    case i.state when 'DRAFT' then 'draft' when 'PENDING_APPROVAL' then 'approve' when 'FILED' then 'issue' when 'PENDING_CLOSE' then 'confirm-close'
        else 'strike-off' end, coalesce(i.number || ' ', '') || i.title, '/ledger/items/' || i.id, i.created_at + interval '2 days',
    now() + interval '3 days', i.created_at
from ledger.item i where i.state in ('DRAFT', 'PENDING_APPROVAL', 'FILED', 'PENDING_CLOSE', 'CLOSED');

insert into notices.notice (id, person_id, text_key, arguments, href, subject_id, rule_key, day, created_at, read_at)
select uuidv7(i.issued_at - now()), f.person_id, case a.k when 0 then 'ledger.notice.lead' else 'ledger.notice.co' end,
    jsonb_build_object('number', i.number, 'title', i.title, 'due', '2026-12-01'), '/ledger/items/' || i.id, i.id, 'issued', i.issued_at::date,
    i.issued_at, case when i.issued_at < now() - interval '10 days' then i.issued_at + interval '1 hour' end
from bench.assignment a join ledger.item i on i.id = a.item_id join bench.front f on f.unit_id = a.unit_id where a.issued order by a.n;

-- They were told about it before the measurement began.
insert into notices.told (obligation_id, what, due, told_at)
select o.id, w, o.due, now() from obligations.obligation o cross join unnest(array ['DUE_SOON', 'OVERDUE']) w
where o.met_at is null and o.due between now() - interval '15 days' and now() + interval '10 days';

-- The time lines, numbered in the order of time; the loader writes them portion by portion, so that each can be sealed.
create unlogged table bench.line as
select row_number() over (order by at) as place, * from (
    select n, id as scope_id, 'item' as kind, id as subject_id, 'drafted' as action, 0 as j, null::uuid as unit_id, created_at as at from bench.item
    union all
    select n, id, 'item', id, 'approve', 0, null, issued_at from bench.item where numbered
    union all
    select n, id, 'item', id, 'issue', 0, null, issued_at from bench.item where issued
    union all
    select n, item_id, 'assignment', id, 'sign', 0, unit_id, issued_at + interval '5 hours' from bench.assignment where reports > 0
    union all
    select n, item_id, 'feedback', feedback_id, 'sign_off', j, unit_id, at from bench.feedback
    union all
    select n, item_id, 'feedback', feedback_id, 'accept', j, unit_id, at + interval '1 day' from bench.feedback where not waiting) lines;
create index on bench.line (place);
analyze bench.line;
