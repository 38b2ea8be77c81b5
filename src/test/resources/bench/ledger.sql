-- 10,000 items of an invented office, in the states, dates and thresholds that the ledger's own steps would have left behind.
-- Units, posts, people and accounts are there already. Made set by set, because 10,000 items through the steps are 300,000 calls.

create temporary table bench_unit as
    select (row_number() over (order by place, id) - 1)::int as n, id from organization.unit where kind = 'UNIT';
create temporary table bench_officer as
    select (row_number() over (order by h.person_id) - 1)::int as n, h.person_id, p.id as post_id, p.unit_id, e.name
    from access.post_role r join organization.post p on p.id = r.post_id join organization.holding h on h.post_id = p.id
    join organization.person e on e.id = h.person_id where r.role = 'OFFICER';
create temporary table bench_leader as
    select p.id as post_id, e.name from access.post_role r join organization.post p on p.id = r.post_id
    join organization.holding h on h.post_id = p.id join organization.person e on e.id = h.person_id
    where r.role = 'INSTRUCTING_LEADER' limit 1;

create temporary table bench_item as
with facts as (
    select n, now() - (10001 - n) * interval '55 minutes' as created_at,
        (array ['DRAFT', 'PENDING_APPROVAL', 'FILED', 'ISSUED', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS',
            'IN_PROGRESS', 'LONG_TERM', 'PENDING_CLOSE', 'SUSPENDED', 'CLOSED', 'STRUCK_OFF', 'STRUCK_OFF', 'ARCHIVED', 'ARCHIVED', 'ARCHIVED',
            'CANCELLED']) [1 + n % 20] as state,
        (array ['推进', '落实', '完善', '加快', '开展', '研究', '督促', '核查', '整改', '统筹']) [1 + n % 10]
        || (array ['老旧小区改造', '农村公路养护', '财政资金绩效管理', '信访积案化解', '安全生产专项检查', '政务服务提速', '水源地保护',
            '校园食品安全', '数据共享平台建设', '防汛物资储备', '重点项目用地保障', '基层减负措施', '干部培训计划', '档案数字化',
            '节能降耗指标']) [1 + n * 7 % 15]
        || (array ['工作', '有关事项', '情况报告', '实施方案', '长效机制', '问题清单销号']) [1 + n % 6]
        || '第' || n || '批' as title
    from generate_series(1, 10000) n)
select f.*, uuidv7(f.created_at - now()) as id,
    f.state in ('DRAFT', 'PENDING_APPROVAL', 'FILED', 'ISSUED', 'IN_PROGRESS', 'LONG_TERM', 'PENDING_CLOSE', 'SUSPENDED') as is_open,
    f.state not in ('DRAFT', 'PENDING_APPROVAL') as numbered,
    f.state not in ('DRAFT', 'PENDING_APPROVAL', 'FILED') as issued,
    case when f.state in ('ISSUED', 'IN_PROGRESS', 'PENDING_CLOSE', 'SUSPENDED')
            then date_trunc('day', now()) + (n * 37 % 120 - 15) * interval '1 day' + interval '10 hours'
         when f.state in ('DRAFT', 'PENDING_APPROVAL', 'FILED', 'LONG_TERM') then null
         else f.created_at + interval '30 days' end as due,
    case when f.state in ('CLOSED', 'STRUCK_OFF', 'ARCHIVED', 'CANCELLED') then least(now(), f.created_at + interval '28 days')
         else greatest(f.created_at, now() - (n * 13 % 40) * interval '14 hours') end as last_at,
    extract(year from f.created_at)::int as year
from facts f;
alter table bench_item add column sequence int;
update bench_item b set sequence = s.sequence
from (select n, row_number() over (partition by year order by n) as sequence from bench_item where numbered) s where s.n = b.n;

insert into ledger.number_series (year, last) select year, max(sequence) from bench_item where numbered group by year;

-- A source for five items each, with one clause for each item.
insert into ledger.source (id, version, kind, title, number, issued_on, leader_post_id, leader_name, body, triage, officer_id, unit_id,
    registered_at, answered_at, folded)
select uuidv7(min(b.created_at) - now()), 1, (array ['INSTRUCTION', 'MEETING', 'PAPER', 'WORK_REPORT', 'PROPOSAL']) [1 + b.n / 5 % 5],
    '第' || b.n / 5 || '次专题会议议定事项', '云办〔2026〕' || b.n / 5 || '号', min(b.created_at)::date, l.post_id, l.name,
    string_agg(rpad(b.title, 40, '。'), '' order by b.n), 'SUPERVISED', o.person_id, o.unit_id, min(b.created_at), min(b.created_at),
    '第' || b.n / 5 || '次专题会议议定事项' || string_agg(b.title, '' order by b.n)
from bench_item b join bench_officer o on o.n = b.n / 5 % (select count(*) from bench_officer) cross join bench_leader l
group by b.n / 5, o.person_id, o.unit_id, l.post_id, l.name;
create temporary table bench_source as
    select (substring(title from '第(\d+)次'))::int as n, id from ledger.source;

insert into ledger.item (id, version, number, year, sequence, title, source_id, state, limit_class, cycle, cycle_day, officer_id, officer_post_id,
    office_unit_id, leader_post_id, leader_name, created_at, filed_at, issued_at, original_due, due, closed_at, struck_off_at, ended_at,
    last_activity_at, last_activity, is_open, stopped, lead_unit_id, co_count, folded, revisit_due, revisit_drawn)
select b.id, 6, case when b.numbered then '督〔' || b.year || '〕' || b.sequence || '号' end, case when b.numbered then b.year end, b.sequence,
    b.title, s.id, b.state, 'GENERAL', case when b.state = 'LONG_TERM' then 'MONTHLY' else (array ['ONCE', 'MONTHLY', 'WEEKLY']) [1 + b.n % 3] end,
    case when b.state = 'LONG_TERM' or b.n % 3 = 1 then 25 end, o.person_id, o.post_id, o.unit_id, l.post_id, l.name, b.created_at,
    case when b.numbered then b.created_at + interval '1 day' end, case when b.issued then b.created_at + interval '1 day' end,
    case when b.n % 3 = 0 then b.due - interval '10 days' else b.due end, b.due,
    case when b.state in ('CLOSED', 'STRUCK_OFF', 'ARCHIVED') then b.last_at end, case when b.state in ('STRUCK_OFF', 'ARCHIVED') then b.last_at end,
    case when b.state in ('ARCHIVED', 'CANCELLED') then b.last_at end, b.last_at,
    case when b.state = 'DRAFT' then 'drafted' when b.state = 'ISSUED' then 'issue' when b.is_open then 'sign_off' else 'confirm_close' end,
    b.is_open, b.state = 'SUSPENDED', u.id, 3, b.title || '明确责任分工按月报送进度形成长效办法',
    case when b.state = 'STRUCK_OFF' then b.last_at + interval '60 days' end, case when b.state = 'STRUCK_OFF' then b.n % 2 = 0 end
from bench_item b join bench_source s on s.n = b.n / 5 join bench_officer o on o.n = b.n / 5 % (select count(*) from bench_officer)
    join bench_unit u on u.n = b.n * 7 % 40 cross join bench_leader l;

insert into ledger.clause (id, source_id, start_at, end_at, text, cover, item_id)
select uuidv7(), s.id, place * 40, place * 40 + 40, rpad(b.title, 40, '。'), 'ITEM', b.id
from (select *, row_number() over (partition by n / 5 order by n)::int - 1 as place from bench_item) b join bench_source s on s.n = b.n / 5;

insert into ledger.requirement (id, item_id, position, text)
select uuidv7(), b.id, p, (array ['明确责任分工', '按月报送进度', '形成长效办法']) [p] from bench_item b cross join generate_series(1, 3) p;

insert into ledger.watcher (item_id, person_id) select b.id, o.person_id from bench_item b join bench_officer o on o.n = b.n % 4 where b.n % 5 = 0;

-- One lead and three others each.
create temporary table bench_assignment as
select b.n, k, b.id as item_id, uuidv7(b.created_at - now()) as id, u.id as unit_id, b.issued, b.due as item_due, b.created_at, b.title,
    case b.state when 'ISSUED' then 'TO_SIGN' when 'LONG_TERM' then 'WORKING' when 'SUSPENDED' then 'STOPPED' when 'CANCELLED' then 'WAIVED'
        when 'IN_PROGRESS' then (array ['SIGNED', 'WORKING', 'WORKING', 'SUBMITTED', 'ACCEPTED']) [1 + (b.n / 20 + k) % 5]
        else case when b.issued then 'ACCEPTED' else 'PLANNED' end end as state
from bench_item b cross join generate_series(0, 3) k join bench_unit u on u.n = (b.n * 7 + k * 11) % 40;
alter table bench_assignment add column running boolean, add column reports int;
update bench_assignment set running = state in ('TO_SIGN', 'SIGNED', 'WORKING', 'SUBMITTED'),
    reports = case when state in ('PLANNED', 'TO_SIGN', 'WAIVED') then 0 when k = 0 then 4 else 2 end;

insert into ledger.assignment (id, version, item_id, unit_id, part, position, duty, state, issued_at, sign_due, signed_at, sign_answer, dispute_until,
    original_due, due, last_activity_at, first_answer_at, accepted_at, waived_reason, feedback_count, yellow_at, yellow_why, red_at, red_why)
select id, 4, item_id, unit_id, case k when 0 then 'LEAD' else 'CO' end, k, '按职责分工办理', state,
    case when issued then created_at + interval '1 day' end, case when issued then created_at + interval '2 days' end,
    case when reports > 0 then created_at + interval '30 hours' end, case when reports > 0 then 'NO_OBJECTION' end,
    case when issued then created_at + interval '4 days' end, item_due, item_due, case when reports > 0 then created_at + interval '8 days' end,
    case when reports > 0 then created_at + interval '5 days' end, case when state = 'ACCEPTED' then created_at + interval '27 days' end,
    case when state = 'WAIVED' then '事项已撤销' end, reports,
    case when running and state <> 'SUBMITTED' then item_due - interval '5 days' end,
    case when running and state <> 'SUBMITTED' and item_due is not null then 'due-soon' end,
    case when state = 'TO_SIGN' then least(item_due, created_at + interval '2 days') when running and state <> 'SUBMITTED' then item_due end,
    case when state = 'TO_SIGN' then 'sign-late' when running and state <> 'SUBMITTED' and item_due is not null then 'late' end
from bench_assignment;

-- An item's light turns with that of its worst unit.
update ledger.item i set red_at = r.red_at, red_why = r.red_why, yellow_at = r.yellow_at, yellow_why = r.yellow_why
from (select item_id, min(red_at) as red_at, (array_agg(red_why || '|' || unit_id order by red_at))[1] as red_why,
        min(yellow_at) as yellow_at, (array_agg(yellow_why || '|' || unit_id order by yellow_at))[1] as yellow_why
      from ledger.assignment group by item_id) r
where r.item_id = i.id and i.state in ('ISSUED', 'IN_PROGRESS', 'LONG_TERM');
update ledger.item set yellow_at = last_activity_at + interval '15 days', yellow_why = 'silent'
where state in ('DRAFT', 'PENDING_APPROVAL', 'FILED') or state in ('ISSUED', 'IN_PROGRESS', 'LONG_TERM') and yellow_at is null;

-- Reports, the last of a unit that has handed in still to be looked at.
create temporary table bench_feedback as
select a.*, j, uuidv7(a.created_at + j * interval '6 days' - now()) as feedback_id, uuidv7(a.created_at + j * interval '6 days' - now()) as due_id,
    a.created_at + j * interval '6 days' as at, a.state = 'SUBMITTED' and j = a.reports as waiting
from bench_assignment a cross join generate_series(1, 4) j where j <= a.reports;

insert into ledger.feedback (id, version, unit_id, kind, state, body, drafted_by, drafted_at, signed_off_by, submitted_at)
select feedback_id, 3, unit_id, case when waiting then 'FINAL' else 'PERIODIC' end, 'SUBMITTED',
    '一、进展情况：已召开专题会议，明确牵头科室和责任人，完成第' || j || '阶段任务，现场核查' || n % 30
    || '处。二、存在问题：个别点位进度偏慢，资金拨付手续仍在办理。三、下一步安排：按周调度，月底前完成剩余工作，并报送佐证材料。',
    '经办人', at, '负责人', at
from bench_feedback;
insert into ledger.feedback_target (feedback_id, assignment_id, item_id, number, state, decided_by, decided_at)
select feedback_id, id, item_id, j, case when waiting then 'SUBMITTED' else 'ACCEPTED' end,
    case when not waiting then '督查员' end, case when not waiting then at + interval '1 day' end
from bench_feedback;
insert into ledger.evidence (id, feedback_id, requirement_id, words)
select uuidv7(), f.feedback_id, r.id, '见会议纪要与现场照片' from bench_feedback f
join ledger.requirement r on r.item_id = f.item_id and r.position = 1 + f.j % 3;

insert into ledger.feedback_due (id, assignment_id, kind, period, due, met_at, met_by)
select due_id, id, 'PERIODIC', 'p' || j, at + interval '1 day', at, feedback_id from bench_feedback;
insert into ledger.feedback_due (id, assignment_id, kind, period, due, met_at)
select uuidv7(), id, 'FINAL', '1', item_due, case when not running or state = 'SUBMITTED' then created_at + interval '26 days' end
from bench_assignment where issued and item_due is not null and state <> 'WAIVED';
insert into ledger.feedback_due (id, assignment_id, kind, period, due)
select uuidv7(), id, 'PERIODIC', 'next', date_trunc('day', now()) + (n % 30) * interval '1 day' + interval '10 hours'
from bench_assignment where running and state <> 'SUBMITTED';

insert into ledger.change_request (id, version, item_id, assignment_id, kind, state, reason, progress, proposed_date, asked_by, asked_by_id,
    asking_unit_id, asked_at, unit_signed_by, opinion, opinion_by, decided_by, decided_at, decision_note, granted_date)
select uuidv7(), 4, a.item_id, a.id, 'EXTENSION', 'GRANTED', '因汛期影响，现场施工暂停十日，申请顺延。', '已完成过半', a.item_due::date, '联络员',
    o.person_id, a.unit_id, a.created_at + interval '12 days', '负责人', '情况属实，拟同意', '督查员', '处长', a.created_at + interval '13 days', '同意',
    a.item_due::date
from bench_assignment a join bench_officer o on o.n = 0 where a.n % 3 = 0 and a.k = 0 and a.issued and a.item_due is not null;

insert into ledger.date_change (id, item_id, kind, before, after, decided_by, changed_at)
select uuidv7(), id, 'ORIGINAL', null, due, '督查员', created_at from bench_item where issued and due is not null
union all
select uuidv7(), id, 'EXTENDED', due - interval '10 days', due, '处长', created_at + interval '13 days'
from bench_item where issued and due is not null and n % 3 = 0;

insert into ledger.supervision_notice (id, version, item_id, assignment_id, level, state, text, issued_by, issued_at)
select uuidv7(), 1, item_id, id, 'BLUE', 'ISSUED', '请于三日内书面说明未按期反馈的原因。', '督查员', now() - interval '3 days'
from bench_assignment where n % 10 = 4 and k = 0 and running;

-- What units and officers owe.
insert into obligations.obligation (id, source_kind, source_id, unit_id, role, kind_key, title, href, original_due, due, owed_at, met_at)
select d.id, 'ledger.assignment', a.id, a.unit_id, 'UNIT_LIAISON', case d.kind when 'FINAL' then 'final' else 'feedback' end,
    i.number || ' ' || i.title, '/ledger/items/' || i.id, d.due, d.due, i.issued_at, d.met_at
from ledger.feedback_due d join ledger.assignment a on a.id = d.assignment_id join ledger.item i on i.id = a.item_id;
insert into obligations.obligation (id, source_kind, source_id, unit_id, role, person_id, kind_key, title, href, original_due, due, owed_at)
select uuidv7(), 'ledger.item', i.id, i.office_unit_id, 'OFFICER', i.officer_id, 'review', i.number || ' ' || i.title,
    '/ledger/items/' || i.id || '#feedback', now() + interval '2 days', now() + interval '2 days', now() - interval '1 day'
from ledger.feedback_target t join ledger.item i on i.id = t.item_id where t.state = 'SUBMITTED';
insert into obligations.obligation (id, source_kind, source_id, unit_id, role, person_id, kind_key, title, href, original_due, due, owed_at)
select uuidv7(), 'ledger.item', i.id, i.office_unit_id, case when i.state in ('PENDING_APPROVAL', 'PENDING_CLOSE') then 'OFFICE_DIRECTOR' else 'OFFICER' end,
    case when i.state in ('PENDING_APPROVAL', 'PENDING_CLOSE') then null else i.officer_id end,
    case i.state when 'DRAFT' then 'draft' when 'PENDING_APPROVAL' then 'approve' when 'FILED' then 'issue' when 'PENDING_CLOSE' then 'confirm-close'
        else 'strike-off' end, coalesce(i.number || ' ', '') || i.title, '/ledger/items/' || i.id, i.created_at + interval '2 days',
    now() + interval '3 days', i.created_at
from ledger.item i where i.state in ('DRAFT', 'PENDING_APPROVAL', 'FILED', 'PENDING_CLOSE', 'CLOSED');

-- The time lines.
insert into history.line (scope_id, subject_kind, subject_id, action, details, actor_id, actor_name, actor_from, happened_at)
select * from (
    select id as scope_id, 'ledger.item', id as subject_id, 'drafted' as action, jsonb_build_object('title', title) as details,
        o.person_id, o.name, '督查处', created_at as at from bench_item join bench_officer o on o.n = 0
    union all
    select id, 'ledger.item', id, 'approve', jsonb_build_object('number', '督〔' || year || '〕' || sequence || '号'), o.person_id, o.name, '督查处',
        created_at + interval '1 day' from bench_item join bench_officer o on o.n = 0 where numbered
    union all
    select id, 'ledger.item', id, 'issue', '{"units": "4"}', o.person_id, o.name, '督查处', created_at + interval '1 day'
    from bench_item join bench_officer o on o.n = 0 where issued
    union all
    select item_id, 'ledger.assignment', a.id, 'sign', '{"unit": "某单位"}', o.person_id, '联络员', '某单位', created_at + interval '30 hours'
    from bench_assignment a join bench_officer o on o.n = 0 where reports > 0
    union all
    select item_id, 'ledger.feedback', feedback_id, 'sign_off', jsonb_build_object('unit', '某单位', 'number', j::text, 'kind', 'PERIODIC'),
        o.person_id, '负责人', '某单位', at from bench_feedback join bench_officer o on o.n = 0
    union all
    select item_id, 'ledger.feedback', feedback_id, 'accept', jsonb_build_object('unit', '某单位', 'number', j::text), o.person_id, o.name, '督查处',
        at + interval '1 day' from bench_feedback join bench_officer o on o.n = 0 where not waiting) lines
order by at;

insert into notices.notice (id, person_id, text_key, arguments, href, subject_id, rule_key, day, created_at, read_at)
select uuidv7(), h.person_id, 'ledger.notice.lead', jsonb_build_object('number', i.number, 'title', i.title, 'due', '2026-12-01'),
    '/ledger/items/' || i.id, i.id, 'issued', i.issued_at::date, i.issued_at, case when i.sequence % 20 > 0 then i.issued_at end
from ledger.item i join organization.post p on p.unit_id = i.lead_unit_id join access.post_role r on r.post_id = p.id and r.role = 'UNIT_LIAISON'
join organization.holding h on h.post_id = p.id where i.issued_at is not null;
