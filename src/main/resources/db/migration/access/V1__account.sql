create schema access;

create table access.account (
    person_id uuid primary key,
    login text not null,
    password text not null,
    must_change boolean not null,
    disabled boolean not null default false,
    opened_at timestamptz not null,
    password_changed_at timestamptz not null,
    last_sign_in_at timestamptz,
    version int not null default 1
);
create unique index account_login on access.account (lower(login));

-- Failures are counted by what was typed, whether such an account exists or not, so that a lock tells nothing.
-- Only a hash is kept: people type passwords into the wrong field.
create table access.login_lock (
    login_hash bytea primary key,
    failures int not null,
    last_failure_at timestamptz not null,
    locked_until timestamptz
);

create table access.sign_in (
    id uuid primary key,
    person_id uuid,
    outcome text not null check (outcome in ('SIGNED_IN', 'WRONG', 'LOCKED', 'DISABLED', 'TOKEN_REFUSED')),
    address text not null,
    happened_at timestamptz not null
);
create index sign_in_by_address on access.sign_in (address, happened_at) where outcome <> 'SIGNED_IN';
create index sign_in_by_person on access.sign_in (person_id, happened_at desc);
create index sign_in_by_time on access.sign_in (happened_at);

create table access.post_role (
    post_id uuid not null,
    role text not null check (role in ('OFFICER', 'OFFICE_DIRECTOR', 'OFFICE_LEADER', 'INSTRUCTING_LEADER', 'LEADERS_SECRETARY',
        'UNIT_HEAD', 'UNIT_LIAISON', 'HANDLER', 'ARCHIVIST')),
    primary key (post_id, role)
);
create index post_role_by_role on access.post_role (role);

-- X-35: the key is the person alone, so nobody can hold two administrative roles.
create table access.person_role (
    person_id uuid primary key,
    role text not null check (role in ('SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR'))
);

create table access.token (
    id uuid primary key,
    person_id uuid not null references access.account,
    name text not null,
    hash bytea not null unique,
    scope text not null check (scope in ('READ', 'WRITE')),
    made_at timestamptz not null,
    ends_at timestamptz not null check (ends_at <= made_at + interval '367 days'),
    last_used_at timestamptz,
    revoked_at timestamptz
);
create index token_by_person on access.token (person_id);
