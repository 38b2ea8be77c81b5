-- The grade that a member got at a yearly appraisal (P-29, P-30). It is for the committee and the member.
create table branch.appraisal (
    activity_id uuid not null references branch.activity,
    person_id   uuid not null,
    grade       text not null check (grade in ('EXCELLENT', 'QUALIFIED', 'BASICALLY_QUALIFIED', 'UNQUALIFIED')),
    primary key (activity_id, person_id)
);

-- Why more than a third were graded excellent, where they were.
create table branch.appraisal_reason (
    activity_id uuid primary key references branch.activity,
    reason      text not null
);
