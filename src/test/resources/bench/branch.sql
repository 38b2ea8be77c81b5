-- 60 branches of one organ with 2,000 members in groups, and a year of 20,000 recorded activities, as the steps of the room leave them.
insert into branch.branch (id, version, name, unit_id, kind, theme_day, founded_on)
select md5('branch' || b)::uuid, 1, '第' || b || '党支部', (select id from organization.unit where kind = 'OFFICE' limit 1), 'ORDINARY', '', '2020-01-01'
from generate_series(1, 60) b;

insert into organization.person (id, version, name, haystack, grams)
select md5('member' || m)::uuid, 1, '党员' || m, '党员' || m, '{}' from generate_series(1, 2000) m;

insert into branch.membership (id, branch_id, person_id, from_day)
select md5('membership' || m)::uuid, md5('branch' || (m % 60 + 1))::uuid, md5('member' || m)::uuid, '2020-01-01' from generate_series(1, 2000) m;

insert into branch.standing (id, person_id, standing, from_day)
select md5('standing' || m)::uuid, md5('member' || m)::uuid, 'FULL', '2015-01-01' from generate_series(1, 2000) m;

insert into branch.term (id, branch_id, elected_on, ends_on, committee)
select md5('term' || b)::uuid, md5('branch' || b)::uuid, '2024-06-01', '2027-06-01', true from generate_series(1, 60) b;

insert into branch.post_holding (id, branch_id, post, person_id, from_day)
select md5('post' || b || p.post)::uuid, md5('branch' || b)::uuid, p.post, md5('member' || (b - 1 + 60 * p.n))::uuid, '2024-06-01'
from generate_series(1, 60) b,
     (values (1, 'SECRETARY'), (2, 'ORGANISATION'), (3, 'PUBLICITY'), (4, 'DISCIPLINE')) p (n, post);

insert into branch.party_group (id, branch_id, name, place, from_day)
select md5('group' || b || '-' || g)::uuid, md5('branch' || b)::uuid, '第' || g || '党小组', g, '2020-01-01'
from generate_series(1, 60) b, generate_series(1, 4) g;

insert into branch.group_seat (id, group_id, person_id, leader, from_day)
select md5('seat' || m)::uuid, md5('group' || (m % 60 + 1) || '-' || (m / 60 % 4 + 1))::uuid, md5('member' || m)::uuid, m / 60 < 4, '2020-01-01'
from generate_series(1, 2000) m;

-- 333 a branch: theme days, committee meetings, group meetings, lectures and study, spread over the year.
insert into branch.activity (id, version, branch_id, group_id, kinds, title, state, starts_at, ends_at, place, theme, class_hours, content,
    decided, counts_on, planned_at, planned_by, recorded_at, recorded_by, sequence, changed_at)
select md5('activity' || b || '-' || n)::uuid, 2, md5('branch' || b)::uuid,
       case when n % 3 = 0 then md5('group' || b || '-' || (n / 3 % 4 + 1))::uuid end,
       case when n % 3 = 0 then '{GROUP_MEETING}'::text[]
            when n % 12 = 1 then '{THEME_DAY,MEMBERS_MEETING}'::text[] when n % 12 = 2 then '{COMMITTEE_MEETING}'::text[]
            when n % 12 = 4 then '{LECTURE}'::text[] else '{GROUP_STUDY}'::text[] end,
       '活动' || n, 'RECORDED', at, at + interval '2 hours', '会议室', '主题', 2, '', '没有议定事项', at::date, at, md5('member1')::uuid, at,
       md5('member1')::uuid, 0, at
from generate_series(1, 60) b, generate_series(1, 334) n,
     lateral (select (date_trunc('year', now()) + (n * interval '23 hours') + interval '9 hours') at) when_
where b * 334 + n <= 60 * 334 + 334 - 40;

insert into branch.participant (activity_id, person_id, presence, lecturer)
select a.id, m.person_id, 'PRESENT', false
from branch.activity a join branch.membership m on m.branch_id = a.branch_id
where a.group_id is null or exists (select 1 from branch.group_seat s where s.group_id = a.group_id and s.person_id = m.person_id);
