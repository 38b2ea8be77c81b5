insert into history.line (scope_id, subject_kind, subject_id, action, details, actor_id, actor_name, actor_from, happened_at)
select l.scope_id, 'ledger.' || l.kind, l.subject_id, l.action,
    case when l.action = 'drafted' then jsonb_build_object('title', b.title)
         when l.action = 'approve' then jsonb_build_object('number', '督〔' || b.year || '〕' || b.sequence || '号')
         when l.action = 'issue' then '{"units": "5"}'::jsonb
         when l.kind = 'feedback' and l.action = 'sign_off' then jsonb_build_object('unit', u.short_name, 'number', l.j::text, 'kind', 'PERIODIC')
         when l.kind = 'feedback' then jsonb_build_object('unit', u.short_name, 'number', l.j::text)
         else jsonb_build_object('unit', u.short_name) end,
    coalesce(case when l.action in ('sign', 'sign_off') then f.person_id end, o.person_id),
    coalesce(case when l.action in ('sign', 'sign_off') then f.name end, o.name),
    coalesce(case when l.action in ('sign', 'sign_off') then u.short_name end, '督查处'), l.at
from bench.line l join bench.item b on b.n = l.n join bench.officer o on o.n = b.officer left join bench.unit u on u.id = l.unit_id
left join bench.front f on f.unit_id = l.unit_id
where l.place > ? and l.place <= ?
order by l.place
