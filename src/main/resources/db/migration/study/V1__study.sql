create schema study;

create table study.material (
    id        uuid primary key,
    version   int not null,
    branch_id uuid not null,
    title     text not null,
    issuer    text not null,
    kind      text not null check (kind in ('BOOK', 'DOCUMENT', 'ARTICLE', 'RECORDING', 'OTHER')),
    year      int,
    file_id   uuid,
    shelf     text not null,
    link      text not null
);
create index material_branch on study.material (branch_id, title);

-- One line of the year's plan. The lecturer is a post of the branch, the leader of a group, or a person; whether it was held is read from
-- the activity it is tied to.
create table study.plan_row (
    id          uuid primary key,
    version     int not null,
    branch_id   uuid not null,
    year        int not null,
    month       int not null check (month between 1 and 12),
    theme       text not null,
    source_text text not null,
    material_id uuid references study.material on delete set null,
    kind        text not null,
    lecturer    text,
    group_id    uuid,
    activity_id uuid unique
);
create index plan_row_year on study.plan_row (branch_id, year, month);

-- Class hours from elsewhere: courses of higher bodies, other platforms. The hours are those that the conversion gave on the day of entry.
create table study.outside_hours (
    id        uuid primary key,
    person_id uuid not null,
    title     text not null,
    day       date not null,
    amount    numeric(7, 2) not null check (amount > 0),
    unit      text not null,
    hours     numeric(6, 1) not null,
    platform  text not null,
    course    boolean not null,
    noted_by  uuid not null,
    noted_at  timestamptz not null,
    unique (person_id, day, title, platform)
);
create index outside_hours_day on study.outside_hours (day);

-- What one unit of length is worth in class hours, where the office decided otherwise than shipped.
create table study.conversion (
    unit  text primary key,
    hours numeric(5, 2) not null check (hours > 0)
);

create table study.make_up (
    activity_id uuid not null,
    person_id   uuid not null,
    year        int not null,
    day         date not null,
    line        text not null,
    hours       numeric(6, 1) not null,
    noted_at    timestamptz not null,
    primary key (activity_id, person_id)
);
create index make_up_person on study.make_up (person_id, year);

-- The writer's own. Nobody else reads a row whose "shared" is false.
create table study.reflection (
    id         uuid primary key,
    version    int not null,
    branch_id  uuid not null,
    author_id  uuid not null,
    title      text not null,
    body       text not null,
    shared     boolean not null,
    speaks     boolean not null,
    changed_at timestamptz not null
);
create index reflection_author on study.reflection (author_id, changed_at);
create index reflection_branch on study.reflection (branch_id, changed_at) where shared or speaks;

-- "What I changed": a paragraph (from 0) and the item of the ledger that came of it.
create table study.reflection_change (
    reflection_id uuid not null references study.reflection on delete cascade,
    paragraph     int not null,
    item_id       uuid not null,
    reference     text not null,
    primary key (reflection_id, paragraph, item_id)
);

-- The list of speakers of an exchange meeting, which is an activity of the branch.
create table study.exchange (
    activity_id uuid primary key,
    version     int not null,
    branch_id   uuid not null
);

create table study.speaker (
    activity_id   uuid not null references study.exchange on delete cascade,
    reflection_id uuid not null references study.reflection on delete cascade,
    place         int not null,
    minutes       int not null check (minutes > 0),
    primary key (activity_id, reflection_id)
);
