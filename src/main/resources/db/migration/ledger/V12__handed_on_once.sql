-- A part is handed down in one package at a time. Another one is made on purpose and replaces the one before.
alter table ledger.package_sent
    add column replaces    uuid references ledger.package_sent (id),
    add column replaced_at timestamptz;

-- Where two were made by two presses the later one counts.
update ledger.package_sent before
set replaced_at = (select min(later.made_at) from ledger.package_sent later
                   where later.kind = 'ISSUE' and later.assignment_id = before.assignment_id
                     and (later.made_at, later.id) > (before.made_at, before.id)),
    next_try_at = null
where before.kind = 'ISSUE'
  and exists (select from ledger.package_sent later
              where later.kind = 'ISSUE' and later.assignment_id = before.assignment_id
                and (later.made_at, later.id) > (before.made_at, before.id));

create unique index package_sent_one_issue on ledger.package_sent (assignment_id) where kind = 'ISSUE' and replaced_at is null;
