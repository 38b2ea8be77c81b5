-- Ten years of meetings: 3,907 held and 93 to come, each with some twelve tasks, and 400,000 receipts. Set by set, as the room's own steps leave them.
create temporary table unit_of as select id, row_number() over (order by id) as n from organization.unit where kind = 'UNIT';
create temporary table staff as
    select h.person_id as id, row_number() over (order by h.person_id) - 1 as n
    from organization.holding h join organization.post p on p.id = h.post_id where p.title like '会务%';

insert into meetings.meeting (id, version, kind, title, purpose, audience, comprehensive, principals_required, discussion, unit_id, owner_id,
    chair_id, starts_at, ends_at, place, expected_people, travel_minutes, approval_reference, reason_given, proposed_by, proposed_at,
    submitted_by, submitted_at, approved_by, approved_at, noticed, held_at, held_by, actual_people, actual_minutes, changed_at)
select gen_random_uuid(), 1, (array['NATIONAL_VIDEO', 'LEADING_GROUP', 'PARTY_GROUP', 'OFFICE', 'TOPICAL'])[1 + g % 5], '演示会议' || g, '演示',
    'PROVINCE', false, false, false, (select id from organization.unit where kind = 'OFFICE' limit 1), s.id, s.id, at, at + interval '2 hours',
    '演示楼' || g % 7, 100, 0, '', '', s.id, at - interval '20 days', s.id, at - interval '20 days', s.id, at - interval '19 days',
    1, case when g < 3907 then at + interval '3 hours' end, case when g < 3907 then s.id end,
    case when g < 3907 then 95 end, case when g < 3907 then 110 end, at
from (select g, case when g < 3907 then date_trunc('day', now()) - (3907 - g) * interval '22 hours' + interval '2 hours'
                     else date_trunc('day', now()) + (1 + (g - 3907) * 90 / 93) * interval '1 day' + interval '2 hours' end as at
      from generate_series(0, 3999) g) x
join staff s on s.n = g % (select count(*) from staff);

insert into meetings.task (id, version, meeting_id, code, place, owner_id, effort_minutes, lead_days, predecessors, droppable, due_on, done_at, done_by)
select gen_random_uuid(), 1, m.id, 'PAPERS', k, s.id, 30 + 30 * (k % 6), k % 6, '{}', k % 3 = 0, (m.starts_at - (k % 6) * interval '1 day')::date,
    case when m.held_at is not null then m.starts_at - interval '1 day' end, case when m.held_at is not null then s.id end
from (select m.*, row_number() over (order by m.id) as r from meetings.meeting m) m
cross join generate_series(0, 12) k
join staff s on s.n = (m.r + k) % (select count(*) from staff)
where k < 12 or m.held_at is null and m.r % 15 < 1 or m.held_at is not null and m.r % 2 = 0;

insert into meetings.notice (meeting_id, number, title, starts_at, ends_at, place, chair, audience, agenda, dress, materials, contact, telephone, words,
    reason, sequence, answers_from, sent_by, sent_at)
select id, 1, title, starts_at, ends_at, place, '', audience, '', '', '', '', '', '', '', 0, 1, owner_id, approved_at from meetings.meeting;
insert into meetings.invited_unit (meeting_id, unit_id, seats) select m.id, u.id, 1 from meetings.meeting m cross join unit_of u where u.n <= 100;
insert into meetings.receipt (meeting_id, unit_id, notice_number, coming, on_behalf, answered_by, answered_at)
select i.meeting_id, i.unit_id, 1, true, false, m.owner_id, m.approved_at from meetings.invited_unit i join meetings.meeting m on m.id = i.meeting_id;
