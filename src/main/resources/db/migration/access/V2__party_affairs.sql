-- One more role of a post: 机关党务, who look after the party branches.
alter table access.post_role drop constraint post_role_role_check;
alter table access.post_role add constraint post_role_role_check check (role in ('OFFICER', 'OFFICE_DIRECTOR', 'OFFICE_LEADER',
    'INSTRUCTING_LEADER', 'LEADERS_SECRETARY', 'UNIT_HEAD', 'UNIT_LIAISON', 'HANDLER', 'ARCHIVIST', 'PARTY_AFFAIRS'));
